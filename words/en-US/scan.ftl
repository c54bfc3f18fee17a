# Words of a scan: a tag read by the scanner anywhere in the app, or searched for, and where its package is.
# $tab is a tab of the packages grid, as “Inactive”; $license is a license’s name.

# The region that says what became of a scan, for screen readers.
scan-notice = Scan
# Said by a screen reader once the package is in sight.
scan-there = Package { $tag }, { $item }, in { $license }, { $tab }.
# Another license came into sight, since it has the package. The button goes back to those before.
scan-switched = { $license } has { $tag }, so it is shown now.
scan-back = Back to { $licenses }

# Going to the package would lose something.
scan-asking = { $tag } is in { $license }, { $tab }. Show it?
scan-losing-selection = { $count ->
    [one] { $count } package is selected. It will no longer be.
   *[other] { $count } packages are selected. They will no longer be.
}
scan-losing-filters = { $count ->
    [one] { $count } filter leaves it out. It will be cleared.
   *[other] { $count } filters leave it out. They will be cleared.
}
scan-asking-show = Show it
scan-asking-stay = Stay here

# Its row was gone by the time its tab was open.
scan-moved = { $tag } just moved
scan-moved-next = The records changed while its list was being opened. Scan it again.

# No license has it: where it was looked for, how old the copy is, what now.
scan-unknown = { $tag } is in none of your licenses
scan-looked = Looked in every tab of { $licenses }, as the state had them at { $time }.
scan-looked-unread = Looked in every tab of { $licenses }, as far as they are loaded. The first load is not finished, so the tag may not have been read yet.
scan-unread = { $count ->
    [one] { $licenses } is not fully loaded, so the tag may not have been read yet.
   *[other] { $licenses } are not fully loaded, so the tag may not have been read yet.
}
scan-coming = It is on manifest { $manifest }, on its way to { $license }. Check it off in Transfers, under Incoming, when it arrives.
scan-unknown-next = If it was just received or just tagged, sync now and scan it again. Otherwise it may belong to another license.

# A barcode that is no tag. The reason comes between these two.
scan-no-tag = “{ $text }” is not a package tag
scan-no-tag-next = Scan the barcode of the tag itself. Nothing was changed.

# Read while a dialog is open.
scan-in-dialog = “{ $text }” was scanned, but a window is open
scan-in-dialog-next = Nothing was done with it. Close the window, then scan it again.

# A search for a tag, or for its ending, that this list does not have but another does.
scan-elsewhere = Not among { $tab } packages
scan-elsewhere-words = Tags ending in “{ $search }”: { $places }.
# One of $places: in another tab of the license in sight, or in another license.
scan-elsewhere-tab = { NUMBER($count) } in { $tab }
scan-elsewhere-license = { NUMBER($count) } in { $license } ({ $tab })
scan-show-tab = Show in { $tab }
scan-show-license = Show in { $license } ({ $tab })
# The key that presses the button, as printed on it.
scan-enter = Enter
