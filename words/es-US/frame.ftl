# El marco: barra lateral, barra superior, comandos, el menú de ayuda y lo que abre.

frame-skip = Ir a los registros
frame-places = Lugares
frame-place-packages = Paquetes
frame-place-lab-samples = Muestras de laboratorio
frame-place-transfers = Transferencias
frame-place-lists = Listas
frame-place-outbox = Bandeja de salida
frame-opening = Abriendo su copia local…
frame-notices = Avisos
frame-messages = Mensajes
# Detrás del mensaje a la vista: cuántos más hay.
frame-messages-more = { $count ->
    [one] { $count } mensaje más
   *[other] { $count } mensajes más
}
frame-dismiss-all = Descartar todos
frame-no-license = No hay ninguna licencia cargada
frame-no-license-meaning = Su cuenta está conectada. Elija cuáles de sus licencias mantener en esta computadora.
frame-choose-licenses = Elegir licencias

# La cinta bajo la barra superior, mientras hay licencias inventadas a la vista. $licenses son sus nombres, donde también hay licencias reales.
frame-demo = Estado de demostración: nada de aquí llega al estado de California.
frame-demo-part = En parte, estado de demostración: nada llega al estado de California desde { $licenses }.
frame-demo-reset = Restablecer…
frame-demo-connect = Conectar una licencia…

# The commands (Ctrl+K). What ends in `-also` is never shown: other words that somebody may type to find the command.
frame-commands = Comandos
frame-commands-hint = Escriba el final de una etiqueta, un artículo, una ubicación, un lugar o una acción
frame-commands-none = Sin resultados
# $what is what is selected, for example “3 packages”.
frame-commands-selected = Seleccionado: { $what }
frame-commands-selected-also = seleccionado
frame-commands-actions = Acciones
frame-show-all = { $count ->
    [one] Mostrar { $count } licencia
   *[other] Mostrar las { $count } licencias lado a lado
}
frame-stop-updating = Detener la actualización
frame-stop-updating-also = cancelar sincronización sincronizacion
frame-sync-now-also = actualizar refrescar novedades
frame-search = Buscar
frame-accounts-also = quitar claves
frame-connect-also = agregar claves
frame-send-now = Enviar ahora lo que espera
frame-send-now-also = bandeja de salida
frame-export-audit = Exportar la auditoría
frame-export-audit-also = csv bandeja registro auditoria
frame-bulletins-also = noticias boletines
frame-state-site-also = metrc
frame-keys-also = atajos
frame-appearance-also = tema oscuro claro aspecto
frame-rows-also = densidad altura de filas espacio
frame-language-also = language español spanish english inglés idioma
frame-about-also = versión version

# The support menu.
frame-support = Ayuda
frame-bulletins = Archivo de boletines de la industria
frame-state-site = El sitio del estado
frame-state-incoming = Las transferencias entrantes de esta licencia en el sitio del estado
frame-state-templates = Las plantillas de esta licencia en el sitio del estado
frame-state-packages = Los paquetes de esta licencia en el sitio del estado
frame-appearance = Apariencia
frame-appearance-system = Igual que el sistema
frame-appearance-light = Clara
frame-appearance-dark = Oscura
frame-appearance-system-command = Apariencia: igual que el sistema
frame-appearance-light-command = Apariencia: clara
frame-appearance-dark-command = Apariencia: oscura
frame-rows = Filas
frame-rows-comfortable = Cómodas
frame-rows-compact = Compactas
frame-rows-comfortable-command = Filas: cómodas
frame-rows-compact-command = Filas: compactas
frame-language = Idioma
frame-language-system = Igual que el sistema
# A language is called by its own name in every language.
frame-language-english = English
frame-language-spanish = Español
frame-language-system-command = Idioma: igual que el sistema
frame-language-english-command = Idioma: English
frame-language-spanish-command = Idioma: Español

# A page that no browser opened.
frame-address-lead = No se pudo abrir ningún navegador. Copie la dirección en uno.
frame-address-copy = Copiar la dirección

# What Trackside is, and where it keeps what.
frame-about = Acerca de Trackside
frame-about-version = Trackside { $version }
frame-about-what = Un cliente de escritorio para el sistema de rastreo de California.
frame-about-copy = La copia local
frame-about-copy-windows = En esta computadora, en la carpeta de datos de aplicaciones de su cuenta de usuario (AppData), en app.trackside.desktop. Se puede reconstruir desde el estado en cualquier momento.
frame-about-copy-macos = En esta computadora, en la Biblioteca (Library) de su cuenta de usuario, en Application Support, app.trackside.desktop. Se puede reconstruir desde el estado en cualquier momento.
frame-about-copy-linux = En esta computadora, en los datos de aplicaciones de su carpeta personal (.local/share), en app.trackside.desktop. Se puede reconstruir desde el estado en cualquier momento.
frame-about-keys = Sus claves
frame-about-keys-kept = En el llavero de esta computadora. No están en ningún archivo, en ningún registro ni en esta página.
frame-about-keys-memory = Solo en la memoria, hasta que se cierre Trackside: esta computadora no tiene un llavero que Trackside pueda usar.
frame-about-leaves = Lo que sale de esta computadora
frame-about-leaves-what = Llamadas al sistema del estado, con sus claves. Nada más.

# The sheet of keys. Keys are called as they are printed on a keyboard sold in the United States.
frame-keys = Atajos de teclado
frame-keys-arrows = Flechas
frame-keys-space = Espacio
frame-keys-scanner = Escanear
frame-keys-everywhere = En todas partes
frame-keys-commands = Comandos: paquetes, artículos, lugares, licencias, acciones
frame-keys-search = Buscar
frame-keys-scan = Fuera de los campos: buscar el paquete en todas las pestañas y licencias y abrir su tarjeta
frame-keys-place = Primer lugar de la barra lateral; 2 para el segundo
frame-keys-licenses = Elegir licencias
frame-keys-outbox = Bandeja de salida
frame-keys-sync = Sincronizar ahora
frame-keys-these = Estos atajos
frame-keys-close = Cerrar lo que está abierto; borrar la búsqueda
frame-keys-card = En la tarjeta de un paquete
frame-keys-card-source = En un paquete de origen: abrir su tarjeta
frame-keys-card-back = Volver a la tarjeta anterior
frame-keys-card-close = Cerrar la tarjeta
frame-keys-draft = En el borrador de una transferencia
frame-keys-draft-next = Línea siguiente, misma columna; Enter en la última línea agrega una
frame-keys-draft-before = Línea anterior
frame-keys-draft-fill = Llenar con este valor las líneas vacías de abajo
frame-keys-draft-paste = Varios valores: uno por línea, hacia abajo
frame-keys-draft-remove = Quitar la línea
frame-keys-draft-card = Tarjeta del paquete de la línea
frame-keys-draft-leave = Fuera de los campos: volver a los borradores; todo queda guardado
frame-keys-reports = En la bandeja de salida
frame-keys-reports-move = De informe en informe
frame-keys-reports-open = Abrir la historia del informe
frame-keys-reports-select = Seleccionar, donde los informes se pueden retirar o despejar
frame-keys-reports-all = Seleccionar todo el grupo
frame-keys-reports-panes = Entre la lista y la historia
frame-keys-reports-close = Cerrar la historia; quitar la selección
frame-keys-grid = En una tabla
frame-keys-grid-cell = De celda en celda
frame-keys-grid-page = Una página arriba o abajo
frame-keys-grid-row-ends = Primera o última celda de la fila
frame-keys-grid-ends = Primera o última fila
frame-keys-grid-open = En una etiqueta: abrir su tarjeta. En un encabezado: ordenar
frame-keys-grid-sort = En un encabezado: ordenar también por él
frame-keys-grid-filter = En un encabezado: filtrar por él
frame-keys-grid-header = En un encabezado: fijar, ocultar, ajustar el ancho
frame-keys-grid-select = Seleccionar la fila, o dejarla fuera
frame-keys-grid-range = Seleccionar desde la última fila seleccionada hasta aquí
frame-keys-grid-all = Seleccionar todo lo que coincide
frame-keys-grid-actions = Lo que se puede hacer con los paquetes seleccionados
frame-keys-grid-undo = Deshacer lo que se acaba de poner en cola
frame-keys-grid-none = Borrar la selección
frame-keys-grid-changes = Mostrar los registros que cambiaron
frame-keys-grid-tests = Muestras de laboratorio: entre la tabla y las pruebas de una muestra
frame-keys-grid-copy = Copiar la celda
frame-keys-grid-copy-rows = Copiar las filas seleccionadas con sus encabezados

# En un navegador, cuando el programa detrás de la página no responde.
frame-bridge-gone = La página no puede comunicarse con la parte de Trackside que hace el trabajo. Lo guardado está a salvo.
frame-bridge-gone-next = Compruebe que el puente esté en marcha y pruebe de nuevo.
