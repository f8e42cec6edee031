"""A compact copy of the graph in memory, on which paths and neighbourhoods are searched; the store stays the truth."""
