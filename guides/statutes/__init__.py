"""The registry of statutes (法规库): their dated versions, article by article, and who rests on them."""
