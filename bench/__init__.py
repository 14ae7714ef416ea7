"""How quick and how heavy the hub's pages are, in hubs of different sizes: bench/pages."""
