"""Which mentions are one person, institution, district or event, and the graph that follows from it."""
