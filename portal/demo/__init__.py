"""The demonstration hall: a city, its departments and their items, written by us from general knowledge."""
