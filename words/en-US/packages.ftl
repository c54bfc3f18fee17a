# Words of the packages grid: its tabs, its selection and what can be done with it.

packages-search = Search packages
packages-tabs = Packages
# The tabs, called as on the state’s site.
packages-tab-active = Active
packages-tab-on-hold = On Hold
packages-tab-inactive = Inactive
packages-tab-in-transit = In Transit
packages-tab-transferred = Transferred
# The grid’s name in each tab, for screen readers.
packages-grid-active = Active packages
packages-grid-on-hold = Packages on hold
packages-grid-inactive = Inactive packages
packages-grid-in-transit = Packages in transit
packages-grid-transferred = Transferred packages
# A tab without packages: that it is empty, and what will be there.
packages-none-active = No active packages
packages-none-active-words = Packages appear here once the state lists them as active at this license: made here, or received on a manifest.
packages-none-on-hold = Nothing is on hold
packages-none-on-hold-words = Packages that the state or a license puts on hold appear here.
packages-none-inactive = No inactive packages
packages-none-inactive-words = Finished and discontinued packages appear here.
packages-none-in-transit = Nothing is in transit
packages-none-in-transit-words = Packages on a manifest that has left appear here until it is received.
packages-none-transferred = No transferred packages
packages-none-transferred-words = Packages that left this license on a manifest appear here once they have been received.

# The strip of what is selected.
packages-selection = Selected packages
packages-selected-none = Nothing selected. A click or Space selects a package.
packages-selected = { NUMBER($count) } selected
packages-selected-licenses = { NUMBER($count) } selected · { $licenses ->
    [one] { $licenses } license
   *[other] { $licenses } licenses
}
packages-selected-matching = { $count ->
    [one] The one matching package is selected
   *[other] All { $count } matching packages are selected
}
# Behind the first sums: how many units have sums that are not shown.
packages-sums-more = and { NUMBER($units) } more
packages-actions = Actions
packages-new-transfer = { $packages ->
    [one] New transfer with { $packages } package
   *[other] New transfer with { $packages } packages
}
packages-deselect = Clear the selection
packages-deselect-keys = Clear the selection (Escape)
# The key, beside “Clear the selection” in the menu.
packages-escape = Escape
