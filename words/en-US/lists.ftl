# Words of the license’s own lists: items, strains, locations, employees, tags that are on nothing yet.

lists-tabs = Lists
lists-search = Search this list
lists-none = Nothing on this list
lists-none-words = The state lists nothing here for the licenses shown.
