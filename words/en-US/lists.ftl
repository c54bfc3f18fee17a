# Words of the license’s own lists: items, strains, locations, employees, tags that are on nothing yet.

lists-tabs = Lists
lists-search = Search this list
lists-none = Nothing on this list
lists-none-words = The state lists nothing here for the licenses shown.
lists-open-row = Open the details
lists-detail = Details
lists-detail-close = Close the details (Escape)
lists-detail-reading = Reading the details…
lists-detail-gone = This is not on the list any more.
