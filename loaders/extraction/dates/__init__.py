"""Dates in articles: each language's ``find(text)``, and ``resolve.resolve(mention, document)`` for what they mean."""
