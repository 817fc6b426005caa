"""Wagtail's documents (flow charts, samples of licences) obey the rules of the library, coming in and going out."""
