# Palabras de las cuentas: claves, llavero, licencias.

# Lo que rechazó el llavero. $keeper: lo que guarda las claves, al comienzo de una frase. $whose: las licencias de la cuenta. $entry: la entrada y dónde se ve, dentro de una frase.
accounts-keys-not-read = { $keeper } no permitió que Trackside leyera las claves de { $whose }. No se perdió nada: lo que se leyó se conserva y los informes esperan en esta computadora.
accounts-keys-not-read-next = Permítalo, o elimine { $entry }, y luego elija Probar de nuevo. Las claves eliminadas se ingresan otra vez.
accounts-keys-not-kept = { $keeper } no permitió que Trackside guardara las claves de { $whose }. No se guardó ninguna clave y no se cambió nada.
accounts-keys-not-kept-next = Permítalo. Si hay una entrada anterior, elimínela: { $entry }. Luego pruebe de nuevo.
accounts-keys-not-removed = { $keeper } no permitió que Trackside quitara las claves de { $whose }. La cuenta sigue conectada.
accounts-keys-not-removed-next = Permítalo, o elimine { $entry }, y luego quite la cuenta de nuevo.

# Cómo se llama una cuenta dentro de una frase. $license: “Golden Poppy (C10-0000123-LIC)”; $more: cuántas licencias más tiene.
accounts-spoken = { $more ->
    [one] { $license } y { $more } licencia más
   *[other] { $license } y { $more } licencias más
}
accounts-spoken-nameless = esta cuenta
accounts-enter-again = Ingrese de nuevo las claves de una cuenta.
accounts-none-chosen = No hay ninguna licencia elegida, así que no hay nada que cargar.
accounts-none-chosen-next = Elija al menos una licencia.
accounts-not-connected = Esta cuenta ya no está conectada.
accounts-not-connected-next = Conéctela de nuevo.

# Ingresar claves.
accounts-software-key-missing = Falta la clave de software. No se envió nada.
accounts-software-key-missing-next = Ingrese la clave de software.
accounts-user-key-missing = Falta la clave de usuario. No se envió nada.
accounts-user-key-missing-next = Ingrese la clave de usuario.
accounts-no-licenses = Las claves son válidas, pero ninguna licencia les pertenece.
accounts-no-licenses-next = En el sitio del estado, pida al administrador de la cuenta de la licencia que agregue este usuario a la licencia y luego cree una clave de usuario nueva.
accounts-keys-of-others = Estas claves son válidas, pero no abren ninguna licencia de { $whose }. La cuenta conserva las claves que tiene.
accounts-keys-of-others-next = Ingrese las claves de esta cuenta. Para usar también estas, conecte otra cuenta.
accounts-demo-without-keys = La demostración no necesita claves.
accounts-demo-without-keys-next = Elija “Probar el estado de demostración”.
accounts-not-a-state = “{ $letters }” no son las dos letras de un estado.
accounts-not-a-state-next = Elija un estado de la lista.
accounts-not-this-computer = La dirección indicada para la API del estado no está en esta computadora.
accounts-not-this-computer-next = Inicie sin ella.
accounts-no-security = No se pueden establecer conexiones seguras en esta computadora. No se envió nada.
accounts-no-security-next = Actualice los certificados del sistema operativo y luego inicie Trackside de nuevo.
accounts-keys-not-at-hand = Las claves de esta licencia no están disponibles, así que no se puede preguntar al estado.
accounts-keys-not-at-hand-next = Ingrese de nuevo las claves de su cuenta.

# Dónde se guardan las claves, al comienzo de una frase, y la entrada de una cuenta dentro de una frase.
accounts-keeper = El llavero de esta computadora
accounts-entry = la entrada de la cuenta “{ $account }”
accounts-keeper-session = Esta sesión
accounts-entry-session = las claves en la memoria
accounts-keeper-macos = El llavero
accounts-entry-macos = la entrada “{ $service }” con la cuenta “{ $account }” en Acceso a Llaveros
accounts-keeper-windows = El Administrador de credenciales de Windows
accounts-entry-windows = la entrada “{ $account }.{ $service }” en Credenciales de Windows, en el Administrador de credenciales
accounts-keeper-linux = El llavero de esta computadora
accounts-entry-linux = la entrada “keyring:{ $account }@{ $service }” en el programa que muestra las contraseñas de esta computadora (Contraseñas y claves, o KWalletManager)
