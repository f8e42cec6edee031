"""What is known before any article: tables of districts, institutions, surnames, titles, and their readers."""
