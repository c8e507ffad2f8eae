"""Page or text to Article or Drop. Pure: no network, no clock, no file."""
