"""The only doors to the world: the inbox, the archive, staging and the warehouse."""
