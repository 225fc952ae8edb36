"""How long the program takes, beside the least that the same could take: `make bench`."""
