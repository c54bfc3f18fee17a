# El selector de licencias y las cuentas a las que pertenecen.

licenses-licenses = Licencias

# What a license's number says of it.
licenses-kind-laboratory = Laboratorio de pruebas
licenses-kind-delivery-retailer = Minorista solo a domicilio
licenses-kind-retailer = Minorista
licenses-kind-distributor = Distribuidor
licenses-kind-microbusiness = Microempresa
licenses-kind-cultivator = Cultivador
licenses-kind-manufacturer = Fabricante
licenses-kind-other = Licencia

# What an account is called.
licenses-california = California
licenses-demo = Estado de demostración
licenses-sandbox = { $state }, sistema de pruebas
# Where several accounts have one name: $place counts them.
licenses-account-place = { $account }, cuenta { NUMBER($place) }

# The switcher, in the top bar.
licenses-none-loaded = Ninguna licencia cargada
licenses-several = { $count ->
    [one] { $count } licencia
   *[other] { $count } licencias
}
licenses-switcher-how = Presione una licencia para ver solo esa. Su casilla la agrega a las que se muestran.
licenses-manage = Cuentas y licencias…
licenses-connect-another-menu = Conectar otra cuenta…
licenses-not-loaded = Sin cargar
licenses-load = Cargar
licenses-load-named = Cargar { $license }
licenses-starting = Iniciando…
licenses-show-only = Mostrar solo { $license }
# Antes del nombre y el número de una licencia, como nombre de su fila.
licenses-show-alone = Mostrar solo
licenses-show-beside = Mostrar { $license } junto a las demás
licenses-never = Aún sin cargar
licenses-loading = Cargando
licenses-loading-part = Cargando { NUMBER($percent) }%
licenses-updating = Actualizando
licenses-data-from = Datos: { $time }
licenses-failed = No se pudo cargar
licenses-stopped = Detenida
licenses-ready = Lista

# The dialog of accounts and their licenses.
licenses-title = Cuentas y licencias
licenses-lead = Las licencias marcadas se cargan y se mantienen al día en esta computadora.
licenses-connect-another = Conectar otra cuenta
licenses-on-this-computer = en esta computadora
licenses-rename = Cambiar el nombre de { $account }
licenses-account-name = Nombre de la cuenta
licenses-test-keys = Probar las claves
licenses-testing-keys = Probando…
licenses-change-keys = Cambiar las claves…
licenses-keys-kept = Las claves están en el llavero de esta computadora.
licenses-keys-session = Las claves duran hasta que se cierre Trackside.
licenses-keys-changed = Las claves nuevas sirven y ya están en uso.
licenses-keys-open = { $count ->
    [one] Las dos claves sirven. Abren { $count } licencia.
   *[other] Las dos claves sirven. Abren { $count } licencias.
}
# $missing: the numbers of licenses of this account.
licenses-keys-open-some = { $count ->
    [one] Las dos claves sirven. Abren { $count } licencia. No abren { $missing }.
   *[other] Las dos claves sirven. Abren { $count } licencias. No abren { $missing }.
}
licenses-remove = Quitar…
licenses-all = Todas
licenses-none = Ninguna
licenses-enter-keys = Ingresar las claves de nuevo
licenses-trying = Probando…
licenses-refused-again = Rechazado de nuevo.
licenses-no-keys = Faltan las claves de esta cuenta
licenses-no-keys-named = Faltan las claves de { $account }
licenses-no-keys-meaning = Lo cargado se puede seguir leyendo. No se mantiene al día hasta que se ingresen las claves.
licenses-no-keys-session = Lo cargado se puede seguir leyendo. No se mantiene al día hasta que se ingresen las claves. Esta computadora no tiene llavero, así que duran hasta que se cierre Trackside.
licenses-choose-or-remove = Elija al menos una licencia, o quite la cuenta.
licenses-unchecked = Las licencias sin marcar ya no se mantienen al día. Nada cambia en el estado.
licenses-added = Las licencias agregadas se cargan ahora, primero los registros más recientes.
licenses-undo = Deshacer
licenses-save = Guardar
licenses-saving = Guardando…

# The question before an account is removed.
licenses-remove-title = ¿Quitar { $account } de esta computadora?
licenses-remove-act = Quitar de esta computadora
licenses-removing = Quitando…
licenses-remove-meaning = { $count ->
    [one] Trackside borra sus claves y quita de esta computadora la copia local de { $count } licencia. Para recuperarla hace falta una nueva primera carga.
   *[other] Trackside borra sus claves y quita de esta computadora la copia local de { $count } licencias. Para recuperarla hace falta una nueva primera carga.
}
licenses-remove-state = Nada cambia en el estado.
