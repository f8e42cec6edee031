"""From files to facts: reading, cleaning, extraction, and loading them into a store."""
