# Words of accounts: keys, the keychain, licenses.

# What the keychain refused. $keeper: what keeps the keys, as it begins a sentence: “Windows Credential Manager”. $whose: the account’s licenses. $entry: the entry and where it is seen, within a sentence.
accounts-keys-not-read = { $keeper } did not let Trackside read the keys of { $whose }. Nothing is lost: what was read stays, and reports wait on this computer.
accounts-keys-not-read-next = Allow it, or delete { $entry }, then choose Try again. Deleted keys are entered once more.
accounts-keys-not-kept = { $keeper } did not let Trackside keep the keys of { $whose }. No key was kept and nothing was changed.
accounts-keys-not-kept-next = Allow it. Where there is an older entry, delete it: { $entry }. Then try again.
accounts-keys-not-removed = { $keeper } did not let Trackside remove the keys of { $whose }. The account is still connected.
accounts-keys-not-removed-next = Allow it, or delete { $entry }, then remove the account again.

# What an account is called in a sentence. $license: “Golden Poppy (C10-0000123-LIC)”; $more: how many licenses it has beside that one.
accounts-spoken = { $more ->
    [one] { $license } and { $more } more license
   *[other] { $license } and { $more } more licenses
}
accounts-spoken-nameless = this account
accounts-enter-again = Enter the keys of an account again.
accounts-none-chosen = No license is chosen, so there is nothing to load.
accounts-none-chosen-next = Choose at least one license.
accounts-not-connected = This account is no longer connected.
accounts-not-connected-next = Connect it again.

# Entering keys.
accounts-software-key-missing = The software key is missing. Nothing was sent.
accounts-software-key-missing-next = Enter the software key.
accounts-user-key-missing = The user key is missing. Nothing was sent.
accounts-user-key-missing-next = Enter the user key.
accounts-no-licenses = The keys are good, but no license belongs to them.
accounts-no-licenses-next = On the state’s site, have the license’s account manager add this user to the license, then make a new user key.
accounts-keys-of-others = These keys are good, but they open no license of { $whose }. It keeps the keys that it has.
accounts-keys-of-others-next = Enter this account’s keys. To use these as well, connect another account.
accounts-demo-without-keys = The demo needs no keys.
accounts-demo-without-keys-next = Choose “Try the demo state”.
accounts-not-a-state = “{ $letters }” is not a state’s two letters.
accounts-not-a-state-next = Choose a state from the list.
accounts-not-this-computer = The address given for the state API is not on this computer.
accounts-not-this-computer-next = Start without it.
accounts-no-security = Secure connections cannot be set up on this computer. Nothing was sent.
accounts-no-security-next = Update the operating system’s certificates, then start Trackside again.
accounts-keys-not-at-hand = The keys of this license are not at hand, so the state cannot be asked.
accounts-keys-not-at-hand-next = Enter the keys of its account again.

# Where keys are kept, as it begins a sentence, and the entry of an account within a sentence.
accounts-keeper = The keychain of this computer
accounts-entry = the entry of the account “{ $account }”
accounts-keeper-session = This session
accounts-entry-session = the keys in memory
accounts-keeper-macos = The keychain
accounts-entry-macos = the entry “{ $service }” with the account “{ $account }” in Keychain Access
accounts-keeper-windows = Windows Credential Manager
accounts-entry-windows = the entry “{ $account }.{ $service }” under Windows Credentials in Credential Manager
accounts-keeper-linux = The keyring of this computer
accounts-entry-linux = the entry “keyring:{ $account }@{ $service }” in the program that shows this computer’s passwords (Passwords and Keys, or KWalletManager)
