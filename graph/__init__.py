"""The graph: its model, what it knows, who is who, the stores, and the questions."""
