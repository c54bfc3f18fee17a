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
start-does-once = Never reports anything twice by itself, and shows when the state recorded it.

# Keys for an account that is known.
start-keys-title = Keys for { $account }
start-keys-lead = What was loaded with these keys is still here. Enter them again to keep it up to date.
start-keys-change-lead = The state is asked before anything changes. A key left empty stays as it is.

# The form of the keys.
start-no-keychain = This computer has no keychain that Trackside can use
start-no-keychain-meaning = Your keys will be kept in memory only and last until Trackside closes. What it has loaded stays; next time you enter the keys again.
start-keys-unchanged = Nothing was changed: the account keeps the keys it had.
start-key-stays = Stays as it is
start-key-changed = Enter the key that changes.
start-key-where = Where do I find this?
start-key-where-named = Where do I find this? { $key }
start-software-key = Software key
start-software-key-hint = Whoever gives you Trackside gives you this key. The state also calls it the vendor or integrator key.
start-software-key-metrc = Metrc, the state’s contractor, gives it to the makers of software that it has evaluated for California.
start-software-key-ask = Do you not have it? Ask whoever gave you Trackside.
start-software-key-own = A business that connects to the state by itself asks Metrc’s API team for a key of its own.
start-software-key-systems = Production and the sandbox have different software keys.
start-software-key-missing = Enter the software key.
start-software-key-show = Show software key
start-software-key-hide = Hide software key
start-user-key = User key
start-user-key-hint = You make it yourself on the state’s site: your name at the top right, then API Keys.
start-user-key-sign-in = Sign in to the state’s site as yourself. Each employee uses a key of their own.
start-user-key-name = Press your name at the top right.
start-user-key-menu = Choose API Keys.
start-user-key-generate = Press Generate, then copy the key into this field.
start-user-key-drawing = The state’s site: your name at the top right opens a menu with API Keys; on that page is Generate.
start-user-key-drawing-name = Your name
start-user-key-drawing-menu = API Keys
start-user-key-drawing-generate = Generate
start-user-key-drawing-caption = A drawing of steps 2 to 4. The site itself looks different.
start-user-key-permission = Is API Keys not there? Have the license’s Metrc admin give your user the permission for API keys.
start-user-key-rights = A key may do what you may do on the day it is made. After your permissions change, make a new one.
start-user-key-ends = A new key ends the old one. Other programs that use it need the new one too.
start-user-key-missing = Enter the user key.
start-user-key-show = Show user key
start-user-key-hide = Hide user key
start-keychain = The keys are kept in this computer’s keychain, nowhere else.
start-check-keys = Check the keys
start-change-keys = Change the keys
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
