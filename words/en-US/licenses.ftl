# The license switcher, and the accounts that licenses belong to.

licenses-licenses = Licenses

# What a license's number says of it.
licenses-kind-laboratory = Testing laboratory
licenses-kind-delivery-retailer = Delivery-only retailer
licenses-kind-retailer = Retailer
licenses-kind-distributor = Distributor
licenses-kind-microbusiness = Microbusiness
licenses-kind-cultivator = Cultivator
licenses-kind-manufacturer = Manufacturer
licenses-kind-other = License

# What an account is called.
licenses-california = California
licenses-demo = Demo state
licenses-sandbox = { $state } sandbox
# Where several accounts have one name: $place counts them.
licenses-account-place = { $account }, account { NUMBER($place) }

# The switcher, in the top bar.
licenses-none-loaded = No license loaded
licenses-several = { $count ->
    [one] { $count } license
   *[other] { $count } licenses
}
licenses-switcher-how = Press a license to see it alone. Its box adds it to those shown.
licenses-manage = Accounts and licenses…
licenses-connect-another-menu = Connect another account…
licenses-not-loaded = Not loaded
licenses-load = Load
licenses-load-named = Load { $license }
licenses-starting = Starting…
licenses-show-only = Show only { $license }
# Before a license's name and number, as the name of its row.
licenses-show-alone = Show only
licenses-show-beside = Show { $license } beside the others
licenses-never = Not loaded yet
licenses-loading = Loading
licenses-loading-part = Loading { NUMBER($percent) }%
licenses-updating = Updating
licenses-data-from = Data from { $time }
licenses-failed = Could not load
licenses-stopped = Stopped
licenses-ready = Ready

# The dialog of accounts and their licenses.
licenses-title = Accounts and licenses
licenses-lead = Checked licenses are loaded and kept up to date on this computer.
licenses-connect-another = Connect another account
licenses-on-this-computer = on this computer
licenses-rename = Rename { $account }
licenses-account-name = Name of the account
licenses-test-keys = Test keys
licenses-testing-keys = Testing…
licenses-change-keys = Change keys…
licenses-keys-kept = The keys are in this computer’s keychain.
licenses-keys-session = The keys last until Trackside closes.
licenses-keys-changed = The new keys work and are in use now.
licenses-keys-open = { $count ->
    [one] Both keys work. They open { $count } license.
   *[other] Both keys work. They open { $count } licenses.
}
# $missing: the numbers of licenses of this account.
licenses-keys-open-some = { $count ->
    [one] Both keys work. They open { $count } license. They do not open { $missing }.
   *[other] Both keys work. They open { $count } licenses. They do not open { $missing }.
}
licenses-remove = Remove…
licenses-all = All
licenses-none = None
licenses-enter-keys = Enter the keys again
licenses-trying = Trying…
licenses-refused-again = Refused again.
licenses-no-keys = The keys for this account are missing
licenses-no-keys-named = The keys for { $account } are missing
licenses-no-keys-meaning = What was loaded can still be read. It is not kept up to date until the keys are entered.
licenses-no-keys-session = What was loaded can still be read. It is not kept up to date until the keys are entered. This computer has no keychain, so they last until Trackside closes.
licenses-choose-or-remove = Choose at least one license, or remove the account.
licenses-unchecked = Unchecked licenses are no longer kept up to date. Nothing changes at the state.
licenses-added = The licenses added are loaded now, newest records first.
licenses-undo = Undo
licenses-save = Save
licenses-saving = Saving…

# The question before an account is removed.
licenses-remove-title = Remove { $account } from this computer?
licenses-remove-act = Remove from this computer
licenses-removing = Removing…
licenses-remove-meaning = { $count ->
    [one] Trackside deletes its keys and removes the local copy of { $count } license from this computer. Getting it back takes a new first load.
   *[other] Trackside deletes its keys and removes the local copy of { $count } licenses from this computer. Getting it back takes a new first load.
}
licenses-remove-state = Nothing changes at the state.
