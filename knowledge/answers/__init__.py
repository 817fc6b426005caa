"""Answers to questions: composed of what pages say at the moment of asking, each with its source."""
