# The first window: the demo state, connecting a license, its keys; and a start that fails.

start-connect = Connect my license
start-lead = Your license’s records from the state, with or without a connection.
start-connect-lead = The keys are checked with the state before they are kept.
start-connect-meaning = Load what California’s track-and-trace system holds for your licenses. You need two keys: the software key and your user key.
start-connect-keys = Your keys stay on this computer.

start-demo = Try the demo state
start-demo-meaning = Six made-up licenses on this computer: a retailer, a delivery-only retailer, a microbusiness, a distributor, a cultivator and a laboratory, with months of history.
start-demo-safe = Nothing is sent to the state, and no keys are needed. You can reset it at any time.
start-demo-starting = Starting the demo state…
start-demo-making = Setting up the demo state. This takes a few seconds the first time.

# What it does, in three sentences.
start-does-offline = Works without a connection: look things up and prepare work; what you report waits and goes out by itself.
start-does-rows = Says what is wrong row by row, before anything is sent.
start-does-once = Reports each change exactly once, and shows when the state recorded it.

# Keys for an account that is known.
start-keys-title = Keys for { $account }
start-keys-lead = What was loaded with these keys is still here. Enter them again to keep it up to date.

# The form of the keys.
start-no-keychain = This computer has no keychain that Trackside can use
start-no-keychain-meaning = Your keys will be kept in memory only and last until Trackside closes. What it has loaded stays; next time you enter the keys again.
start-software-key = Software key
start-software-key-hint = Comes from your software provider. The state also calls it the vendor or integrator key.
start-software-key-missing = Enter the software key.
start-software-key-show = Show software key
start-software-key-hide = Hide software key
start-user-key = User key
start-user-key-hint = You make it on the state’s site: your name at the top right, then API Keys.
start-user-key-missing = Enter the user key.
start-user-key-show = Show user key
start-user-key-hide = Hide user key
start-keychain = The keys are kept in this computer’s keychain, nowhere else.
start-check-keys = Check the keys
start-checking-keys = Checking the keys
start-checking-keys-now = Checking the keys…
# $host is the address of the state's system, in letters.
start-asking = Asking { $host }…
start-state = State
start-system = System
start-production = Production
start-production-meaning = the real books of your license
start-sandbox = Sandbox
start-sandbox-meaning = the state’s test system
start-address = Address: { $address }
start-back = Back

# Which of the licenses found are loaded.
start-keys-good = { $count ->
    [one] The keys are good. They open { $count } license. Choose which to load and keep up to date; you can change this later.
   *[other] The keys are good. They open { $count } licenses. Choose which to load and keep up to date; you can change this later.
}
start-choose-one = Choose at least one license.
start-load = { $count ->
    [one] Load { $count } license
   *[other] Load { $count } licenses
}
start-connecting = Connecting…

# A start that fails.
start-failed = Trackside could not start
start-failed-newer = A newer Trackside made this copy
start-failed-in-use = Trackside is already open
start-failed-disk = The disk is full
start-failed-folder = Trackside cannot use its folder
start-failed-keychain = The system’s keychain refused
