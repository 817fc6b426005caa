"""Are the values of a form what its fields ask for?"""
