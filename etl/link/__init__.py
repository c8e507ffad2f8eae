"""Article text to mentions of countries, officials and agencies. Pure."""
