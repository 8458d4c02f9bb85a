"""Bringing articles in from where people have them: addresses, feeds, saved pages, archives, mail. The only room that uses the network."""
