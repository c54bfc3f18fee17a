# The frame: rail, top bar, commands, the support menu and what it opens.

frame-skip = Skip to the records
frame-places = Places
frame-place-packages = Packages
frame-place-lab-samples = Lab Samples
frame-place-transfers = Transfers
frame-place-lists = Lists
frame-place-outbox = Outbox
frame-opening = Opening your local copy…
frame-notices = Notices
frame-messages = Messages
# Behind the message in sight: how many others there are.
frame-messages-more = { $count ->
    [one] { $count } more message
   *[other] { $count } more messages
}
frame-dismiss-all = Dismiss all
frame-no-license = No license is loaded
frame-no-license-meaning = Your account is connected. Choose which of its licenses to keep on this computer.
frame-choose-licenses = Choose licenses

# The ribbon under the top bar, while made-up licenses are in sight. $licenses are names of these, where real ones are in sight as well.
frame-demo = Demo state: nothing here reaches the State of California.
frame-demo-part = Partly demo state: nothing reaches the State of California from { $licenses }.
frame-demo-reset = Reset…
frame-demo-connect = Connect a license…

# The commands (Ctrl+K). What ends in `-also` is never shown: other words that somebody may type to find the command.
frame-commands = Commands
frame-commands-hint = Type the end of a tag, an item, a location, a place or an action
frame-commands-none = No results
# $what is what is selected, for example “3 packages”.
frame-commands-selected = Selected: { $what }
frame-commands-selected-also = selected
frame-commands-actions = Actions
frame-show-all = { $count ->
    [one] Show { $count } license
   *[other] Show all { $count } licenses side by side
}
frame-stop-updating = Stop updating
frame-stop-updating-also = cancel sync
frame-sync-now-also = refresh update news
frame-search = Search
frame-accounts-also = remove keys
frame-connect-also = add keys
frame-send-now = Send what is waiting now
frame-send-now-also = outbox
frame-export-audit = Export the audit
frame-export-audit-also = csv outbox log
frame-bulletins-also = news bulletins
frame-state-site-also = metrc
frame-keys-also = shortcuts
frame-appearance-also = theme dark light look
frame-rows-also = density row height spacing
frame-language-also = language español spanish english inglés idioma
frame-about-also = version

# The support menu.
frame-support = Support
frame-bulletins = Industry Bulletin Archive
frame-state-site = The state’s site
frame-state-incoming = This license’s incoming transfers on the state’s site
frame-state-templates = This license’s templates on the state’s site
frame-state-packages = This license’s packages on the state’s site
frame-appearance = Appearance
frame-appearance-system = Match system
frame-appearance-light = Light
frame-appearance-dark = Dark
frame-appearance-system-command = Appearance: match system
frame-appearance-light-command = Appearance: light
frame-appearance-dark-command = Appearance: dark
frame-rows = Rows
frame-rows-comfortable = Comfortable
frame-rows-compact = Compact
frame-rows-comfortable-command = Rows: comfortable
frame-rows-compact-command = Rows: compact
frame-language = Language
frame-language-system = Match system
# A language is called by its own name in every language.
frame-language-english = English
frame-language-spanish = Español
frame-language-system-command = Language: match system
frame-language-english-command = Language: English
frame-language-spanish-command = Language: Español

# A page that no browser opened.
frame-address-lead = No browser could be opened. Copy the address into one.
frame-address-copy = Copy the address

# What Trackside is, and where it keeps what.
frame-about = About Trackside
frame-about-version = Trackside { $version }
frame-about-what = A desktop client for California’s track-and-trace system.
frame-about-copy = The local copy
frame-about-copy-windows = On this computer, in your user account’s application data folder (AppData), under app.trackside.desktop. It can be rebuilt from the state at any time.
frame-about-copy-macos = On this computer, in your user account’s Library, under Application Support, app.trackside.desktop. It can be rebuilt from the state at any time.
frame-about-copy-linux = On this computer, in your home folder’s application data (.local/share), under app.trackside.desktop. It can be rebuilt from the state at any time.
frame-about-keys = Your keys
frame-about-keys-kept = In this computer’s keychain. They are in no file, no log and not on this page.
frame-about-keys-memory = In memory only, until Trackside closes: this computer has no keychain that Trackside can use.
frame-about-leaves = What leaves this computer
frame-about-leaves-what = Calls to the state’s own system, with your keys. Nothing else.

# The sheet of keys. Keys are called as they are printed on a keyboard sold in the United States.
frame-keys = Keyboard shortcuts
frame-keys-arrows = Arrow keys
frame-keys-space = Space
frame-keys-scanner = Scan
frame-keys-everywhere = Everywhere
frame-keys-commands = Commands: packages, items, places, licenses, actions
frame-keys-search = Search
frame-keys-scan = Outside of fields: find the package in any tab and license, open its card
frame-keys-place = First place in the rail; 2 for the second
frame-keys-licenses = Choose licenses
frame-keys-outbox = Outbox
frame-keys-sync = Sync now
frame-keys-these = These keys
frame-keys-close = Close what is open; clear the search
frame-keys-card = On a package card
frame-keys-card-source = On a source package: open its card
frame-keys-card-back = Back to the card before
frame-keys-card-close = Close the card
frame-keys-draft = In a drafted transfer
frame-keys-draft-next = Next line, same column; Enter on the last line adds one
frame-keys-draft-before = Line before
frame-keys-draft-fill = Fill the empty lines below with this value
frame-keys-draft-paste = Several values: one a line, downwards
frame-keys-draft-remove = Remove the line
frame-keys-draft-card = Card of the line’s package
frame-keys-draft-leave = Outside of fields: back to the drafts; everything is saved
frame-keys-reports = In the Outbox
frame-keys-reports-move = From report to report
frame-keys-reports-open = Open the report’s story
frame-keys-reports-select = Select, where reports can be withdrawn or cleared
frame-keys-reports-all = Select all of the group
frame-keys-reports-panes = Between the list and the story
frame-keys-reports-close = Close the story; deselect
frame-keys-grid = In a grid
frame-keys-grid-cell = From cell to cell
frame-keys-grid-page = A page up or down
frame-keys-grid-row-ends = First or last cell of the row
frame-keys-grid-ends = First or last row
frame-keys-grid-open = On a tag: open its card. On a header: sort
frame-keys-grid-sort = On a header: sort by it as well
frame-keys-grid-filter = On a header: filter by it
frame-keys-grid-header = On a header: pin, hide, size
frame-keys-grid-select = Select the row, or leave it out
frame-keys-grid-range = Select from the row selected last to here
frame-keys-grid-all = Select all that match
frame-keys-grid-actions = What can be done with the selected packages
frame-keys-grid-undo = Undo what was just queued
frame-keys-grid-none = Clear the selection
frame-keys-grid-changes = Show the records that changed
frame-keys-grid-tests = Lab Samples: between the grid and a sample’s tests
frame-keys-grid-copy = Copy the cell
frame-keys-grid-copy-rows = Copy the selected rows with their headers

# In a browser, when the program behind the page does not answer.
frame-bridge-gone = The page cannot reach the part of Trackside that does the work. What was saved is safe.
frame-bridge-gone-next = Check that the bridge is running, then try again.
