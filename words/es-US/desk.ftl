# Palabras de los errores y de lo que comparten varias funciones.

# Errores de todo tipo. Lo que termina en -next dice qué hacer ahora.
desk-internal = Algo salió mal dentro de Trackside. No se envió nada al estado y no se perdió nada.
desk-internal-next = Pruebe de nuevo. Si vuelve a ocurrir, reinicie Trackside y díganos qué hizo.
desk-stopped = Se detuvo, como lo pidió.

# Va después de una frase que dice por qué no se pudo leer del estado.
desk-nothing-lost = Lo que Trackside ya leyó se conserva y no se perdió nada de lo que ingresó.
desk-try-again = Pruebe de nuevo.
desk-tries-again = Trackside lo intenta de nuevo por su cuenta.
desk-restart = Reinicie Trackside.
desk-choose-license = Elija una licencia.
desk-nothing-to-show = No hay ninguna licencia elegida, así que no hay nada que mostrar.
desk-nothing-to-read = No hay ninguna licencia elegida, así que no hay nada que leer.

# Lo que respondió el estado. $call: el método y la ruta que se llamó.
desk-wrong-key = El estado no acepta estas claves.
desk-wrong-key-next = Revise las dos claves: la clave de software la da quien le entregó Trackside; la clave de usuario está en su perfil de usuario en el sitio del estado. Las claves del sandbox no sirven en producción.
desk-not-permitted = Las claves son válidas, pero no tienen permiso para leer esto.
desk-not-permitted-next = Pida el permiso al administrador de la cuenta de la licencia en el sitio del estado y luego cree una clave de usuario nueva: una clave conserva los permisos del día en que se creó.
desk-nothing-there = El estado no tiene nada en { $call }.
desk-request-refused = El estado rechazó lo que pidió Trackside.
desk-request-refused-next = Pruebe de nuevo. Si vuelve a ocurrir, díganos qué dicen los detalles.
desk-asked-to-wait = El estado pidió a Trackside que espere hasta { $until }.
desk-asked-to-wait-next = Entonces Trackside continúa por su cuenta.

# Cómo falló el sistema del estado. $call: dónde.
desk-state-failed = El sistema del estado falló en { $call }.
desk-state-not-available = El sistema del estado no está disponible en { $call }.
desk-state-cut-off = La respuesta del estado se cortó en { $call }.
desk-state-unreadable = La respuesta del estado no se puede leer en { $call }.

# Por qué no hay conexión.
desk-offline-no-name = No se puede llegar al estado: no se pudo encontrar la dirección.
desk-offline-no-connection = No se puede llegar al estado: nada responde allí.
desk-offline-timed-out = No se puede llegar al estado: no hubo respuesta a tiempo.
desk-offline-cut = No se puede llegar al estado: la conexión se cortó.
desk-offline-next = Revise la red. Trackside lo intenta de nuevo por su cuenta y, mientras tanto, se puede usar todo lo que ya leyó.
desk-offline-timed-out-next = Revise la red. Si un firewall solo deja pasar al estado, haga que deje pasar también la consulta de certificados (OCSP y CRL, puerto 80). Trackside lo intenta de nuevo por su cuenta y, mientras tanto, se puede usar todo lo que ya leyó.
desk-license-not-opened = Estas claves ya no abren { $license }.
desk-license-not-opened-next = Pregunte al administrador de la cuenta de la licencia si su usuario todavía pertenece a ella, o elija otras licencias.

# $why: lo que no coincidió, para quien ayude.
desk-answers-unusable = No se pudieron usar las respuestas del estado: { $why }.

# Los archivos de esta computadora.
desk-newest-version = Instale la versión más reciente e iníciela.
desk-copy-newer = La copia local la hizo una versión más reciente de Trackside. Se dejó como está.
desk-copy-disk-full = El disco está lleno, así que no se pudo actualizar la copia local. Lo que ya estaba está a salvo.
desk-copy-disk-full-next = Libere espacio y luego elija Sincronizar ahora.
desk-search-replaced = Una búsqueda más reciente reemplazó a esta.
desk-copy-damaged = La copia de Trackside de los registros del estado estaba dañada. Se apartó y se está leyendo de nuevo.
desk-copy-damaged-next = Espere a que se lea de nuevo. Nada de lo que ingresó estaba en ella.
desk-bad-filter = Este filtro u orden no se puede usar.
desk-bad-filter-next = Borre los filtros y pruebe de nuevo.

# $pid: el número del proceso que tiene la carpeta; $since: desde cuándo, en palabras.
desk-folder-in-use = Otro Trackside tiene abierta esta carpeta de datos (proceso { $pid }, desde { $since }). No se cambió nada.
desk-folder-in-use-since-when = Otro Trackside tiene abierta esta carpeta de datos (proceso { $pid }). No se cambió nada.
desk-folder-in-use-by-whom = Otro Trackside tiene abierta esta carpeta de datos (no se sabe qué proceso). No se cambió nada.
desk-folder-in-use-next = Use esa ventana, o ciérrela e inicie de nuevo.
desk-work-newer = Su trabajo lo guardó una versión más reciente de Trackside. Se dejó como está.
desk-disk-full = El disco está lleno, así que esto no se pudo guardar. Lo que ya se había guardado está a salvo.
desk-disk-full-next = Libere espacio y pruebe de nuevo.
desk-try-in-a-moment = Pruebe de nuevo en un momento.
desk-try-once-started = Pruebe de nuevo cuando Trackside haya iniciado.

# Lo que está entre esta computadora y el estado: un filtro web, una página de inicio de sesión, un proxy, un reloj equivocado, un certificado.
-desk-state-api = la API del estado (para California api-ca.metrc.com, puerto 443)
desk-filtered = Algo entre esta computadora y el estado respondió en lugar del estado, probablemente un filtro web o un firewall. Sus claves no son la causa y nada de lo que dijo cuenta como respuesta del estado.
desk-filtered-next = Pida a quien administra esta red que deje pasar a Trackside hasta { -desk-state-api }; los filtros suelen tener una categoría para el cannabis.
desk-no-tls = Algo entre esta computadora y el estado impide una conexión segura. No se envió nada.
desk-no-tls-next = Si esta red tiene una página de inicio de sesión, abra un navegador web e inicie sesión. Si no, pida a quien administra la red que deje pasar a Trackside hasta { -desk-state-api }.
desk-sign-in-at = Esta red pide iniciar sesión: { $at } respondió en lugar del estado.
desk-sign-in = Esta red pide iniciar sesión: su página llegó en lugar de la respuesta del estado.
desk-sign-in-next = Abra un navegador web, inicie sesión en la red y deje Trackside abierto.
desk-proxy-sign-in = El proxy { $proxy } de esta red pide un nombre de usuario y una contraseña, y Trackside no puede darlos. No se envió nada.
desk-proxy-sign-in-unnamed = El proxy de esta red pide un nombre de usuario y una contraseña, y Trackside no puede darlos. No se envió nada.
desk-proxy-sign-in-next = Pida a quien administra el proxy que deje pasar a esta computadora hasta { -desk-state-api } sin iniciar sesión.
desk-proxy-refuses = El proxy { $proxy } de esta red no deja pasar a Trackside hasta el estado. No se envió nada.
desk-proxy-refuses-unnamed = El proxy de esta red no deja pasar a Trackside hasta el estado. No se envió nada.
desk-proxy-refuses-next = Pida a quien administra el proxy que deje pasar a esta computadora hasta { -desk-state-api }, o quite el proxy de la configuración de red de esta computadora.
desk-clock = El reloj de esta computadora dice { $shows }, y eso no puede ser correcto: en esa fecha el certificado del estado no es válido, así que no hubo una conexión segura.
desk-clock-next = Ajuste la fecha y la hora de esta computadora, de preferencia en “automático”.
desk-ran-out = El certificado que se mostró para el estado venció el { $until } y el reloj de esta computadora dice { $shows }, así que no hubo una conexión segura.
desk-ran-out-next = Si el reloj está mal, ajuste la fecha y la hora de esta computadora. Si está bien, el estado tiene que renovar su certificado; pruebe su sitio web en un navegador.
desk-certificate = Un certificado de { $issuer } está entre esta computadora y el estado, y esta computadora no confía en él. No se envió nada.
desk-certificate-unknown = Un certificado de un emisor desconocido está entre esta computadora y el estado, y esta computadora no confía en él. No se envió nada.
desk-certificate-next = Lo más común es un antivirus que revisa las conexiones seguras o un firewall que las abre. Pida a quien lo administra que excluya de la revisión { -desk-state-api }.

# Un texto que no cabe en su campo. $field: el nombre del campo al comienzo de una frase, como “La nota”.
desk-text-unshowable = { $field }: hay un carácter que no se puede mostrar ({ $code }) en la posición { NUMBER($place) }. No se guardó.
desk-text-unshowable-next = Quite ese carácter o escriba el texto de nuevo.
desk-text-too-long = { $field }: hay { NUMBER($found) } caracteres; caben { NUMBER($most) } como máximo. No se guardó.
desk-text-too-long-next = Acórtelo; no se cortó nada.

# El estado de demostración, que funciona en esta computadora.
desk-demo-not-started = No se pudo iniciar el estado de demostración en esta computadora. Sus propios datos no se tocaron.
desk-demo-not-started-next = Revise que el disco no esté lleno y luego pruebe de nuevo.
desk-demo-not-reset = No se pudo quitar el archivo del estado de demostración, así que no se restableció.
desk-demo-not-reset-next = Cierre otros programas que lo tengan abierto y pruebe de nuevo.

# Avisos al iniciar y la carpeta de datos.
desk-work-restored = El registro de su trabajo en Trackside estaba dañado. Se restauró la copia buena más reciente y se conservó el archivo dañado.
desk-work-restored-next = Revise que estén sus últimos cambios.
desk-not-copied = Trackside no pudo hacer su copia de seguridad de su trabajo. El trabajo está guardado y no se perdió nada. Pero si su archivo se dañara ahora, una copia anterior ocuparía su lugar.
desk-not-copied-full-next = Libere espacio en el disco. La copia se hará en el próximo inicio.
desk-not-copied-next = Revise que se pueda escribir en { $folder }. La copia se hará en el próximo inicio.
desk-copy-rebuilt = La copia de Trackside de los registros del estado estaba dañada y se está leyendo de nuevo del estado. Nada de lo que ingresó estaba en ella.
desk-folder-unusable = Trackside no puede usar su carpeta de datos { $folder }. No se cambió nada.
desk-folder-unusable-next = Revise que se pueda escribir en la carpeta y que el disco no esté lleno; luego inicie Trackside de nuevo.

# Lo que pidió la página y no debía.
desk-no-request-id = La página de Trackside envió un cambio sin un id de solicitud utilizable. No se cambió nada.
desk-request-reused = La página de Trackside usó un mismo id de solicitud para dos cambios distintos. El segundo no se hizo.
desk-bad-form = La página de Trackside pidió algo en una forma que no se entiende. No se cambió nada.
desk-bad-form-next = Reinicie Trackside. Si vuelve a ocurrir, guarde el diagnóstico y avísenos.
desk-unknown-command = La página de Trackside pidió algo que esta versión no tiene. No se cambió nada.
desk-bad-lines = La página pidió líneas que no pueden existir.
desk-too-many-lines = Se pidieron { NUMBER($count) } líneas; una llamada da { NUMBER($most) } como máximo.
desk-too-many-rows = Se pidieron las filas { NUMBER($from) } a { NUMBER($to) }; una llamada da { NUMBER($most) } como máximo.

# Listas, archivos y enlaces.
desk-list-closed = Esta lista se cerró.
desk-list-closed-next = Ábrala de nuevo.
desk-layout-too-large = Esta disposición de columnas es demasiado grande para recordarla.
desk-layout-too-large-next = Restablézcala.
desk-no-column-shown = No se muestra ninguna columna, así que no hay nada que exportar.
desk-no-column-shown-next = Muestre primero una columna.
desk-no-row-selected = No hay ninguna fila seleccionada, así que no hay nada que exportar.
desk-no-row-selected-next = Seleccione filas primero o expórtelas todas.
desk-no-such-column = Esta tabla no tiene una columna “{ $column }”.
desk-no-such-column-next = Restablezca las columnas y pruebe de nuevo.
desk-too-many-for-excel = Una hoja de Excel admite { NUMBER($most) } filas y esta vista tiene { NUMBER($rows) }. No se escribió ningún archivo.
desk-too-many-for-excel-next = Exporte como CSV o filtre primero la tabla.
# Ends a cell of a workbook whose text is too long for Excel.
desk-cell-cut = { " " }… [cortado aquí: el texto completo tiene { NUMBER($letters) } caracteres, más de los que admite una celda de Excel; la exportación CSV lo tiene todo]
desk-file-disk-full = El disco está lleno, así que no se escribió el archivo. Sus datos en Trackside no se tocaron.
desk-file-disk-full-next = Libere espacio y exporte de nuevo.
desk-file-not-written = No se pudo escribir el archivo allí. Sus datos en Trackside no se tocaron.
desk-file-not-written-next = Cierre el archivo si otro programa lo tiene abierto o elija otra carpeta.
desk-no-save-dialog = No se pudo mostrar la ventana para elegir un archivo. No se escribió nada.
desk-no-viewer = El documento se creó, pero ningún programa de esta computadora lo abre.
desk-no-viewer-next = Guárdelo y ábralo con el programa que prefiera.
desk-no-browser = No se pudo abrir ningún navegador. La página está en { $address }
desk-no-browser-next = Copie la dirección en un navegador.
desk-link-of-no-license = Esta página pertenece a una licencia y no se indicó ninguna.
# Un archivo que una exportación guardó y que se quiere ver ahora. $path es dónde está.
desk-saved-gone = Este archivo ya no está donde se guardó.
desk-saved-gone-next = Si se movió, ábralo desde su nueva carpeta. Si no, expórtelo de nuevo.
desk-saved-no-program = El archivo está guardado, pero ningún programa de esta computadora lo abre.
desk-saved-no-folder = El archivo está guardado, pero no se pudo mostrar su carpeta.
desk-saved-where = Está aquí: { $path }

# Celdas de una exportación CSV o XLSX.
desk-cell-yes = Sí
desk-cell-no = No

# Una transferencia que tiene el estado: su título, etiquetas de lo que se sabe de ella, sus pasos.
desk-no-transfer = Esta transferencia ya no está en la lista.
desk-no-transfer-next = Vuelva a la lista.
desk-transfer-manifest = Manifiesto { $number }
desk-transfer-status = Situación
desk-transfer-type = Tipo
desk-transfer-from = De
desk-transfer-to = Para
desk-transfer-transporter = Transportista
desk-transfer-driver = Conductor
desk-transfer-vehicle = Vehículo
desk-transfer-invoice = Factura
desk-transfer-departure-planned = Salida (planificada)
desk-transfer-arrival-planned = Llegada (planificada)
desk-transfer-packages = Paquetes
desk-transfer-packages-received = Paquetes recibidos
desk-transfer-last-changed = Último cambio
desk-transfer-read = Leído del estado
desk-transfer-route = Ruta
desk-transfer-departed = Salió
desk-transfer-arrived = Llegó
desk-transfer-received = Recibido
desk-transfer-gross-weight = Peso bruto
desk-step-template = Plantilla creada
desk-step-registered = Registrada
desk-step-departed = Salió
desk-step-received = Recibida
desk-step-rejected = Rechazada
desk-step-partly = Recibida en parte
desk-step-voided = Anulada

# Partes de una línea sobre un conductor: “Ana Lee, licencia D123, empleado 7”.
desk-driver-license = licencia { $number }
desk-driver-employee = empleado { $id }
desk-not-a-pdf = Lo que envió el estado no es un PDF, así que no hay nada que guardar.
desk-not-a-pdf-next = Pruebe de nuevo más tarde u obtenga el manifiesto en el sitio del estado.

# La lista para recibir. $end: los últimos dígitos de una etiqueta; $rest: lo que aún falta, una frase.
desk-receiving-all-found = Se encontraron todos los paquetes esperados.
desk-receiving-missing = { $count ->
    [one] Aún falta { $count }.
   *[other] Aún faltan { $count }.
}
desk-receiving-found-of = Se encontraron { NUMBER($found) } de { NUMBER($expected) } paquetes esperados. { $rest }
desk-receiving-undone = …{ $end } ya no se cuenta. { $rest }
desk-receiving-again = …{ $end } ya se había escaneado. { $rest }
desk-receiving-found = …{ $end }: { $item }. { $rest }
desk-receiving-not-on-manifest = …{ $end } no está en este manifiesto. Apártelo. { $rest }
desk-receiving-none-ends = Ningún paquete de esta lista termina en { $ending }.
desk-receiving-several-end = { NUMBER($packages) } paquetes de esta lista terminan en { $ending }. Escriba más de la etiqueta.
desk-receiving-not-counted = “{ $text }” no se contó. { $why }
desk-receiving-in-books = Ya está en sus libros: { $item }
desk-receiving-closed = Esta lista está cerrada. No se contó nada.
desk-receiving-closed-next = Ábrala de nuevo para continuar.
desk-receiving-gone = Esta lista ya no está.
desk-receiving-gone-next = Abra la transferencia y empiece una nueva.

# Títulos y situaciones del archivo de la lista.
desk-receiving-tag = Etiqueta
desk-receiving-item = Artículo
desk-receiving-quantity = Cantidad
desk-receiving-state = Situación
desk-receiving-scanned = Escaneado (California)
desk-receiving-is-found = Encontrado
desk-receiving-is-missing = Falta
desk-receiving-is-extra = No está en el manifiesto

# La tarjeta de un paquete: dónde está, cómo está marcado, etiquetas de lo demás que se sabe.
desk-card-missing = Esta etiqueta no está en ninguna de las licencias cargadas aquí, así que solo se conoce la etiqueta. Un paquete de origen suele quedarse en los libros del remitente.
desk-status-on-hold = En retención
desk-status-active = Activo
desk-status-in-transit = En tránsito
desk-status-finished = Finalizado
desk-status-discontinued = Descontinuado
desk-status-transferred = Transferido
desk-status-not-listed = No está en las listas del estado
desk-flag-recall = En retiro del mercado
desk-flag-investigation = En investigación
desk-flag-investigation-hold = Retenido por investigación
desk-flag-finished-good = Producto terminado
desk-flag-delivery = En una entrega minorista
desk-flag-remediation = Necesita remediación
desk-flag-remediated = Contiene producto remediado
desk-flag-decontaminated = Contiene producto descontaminado
desk-flag-production-batch = Lote de producción
desk-flag-hold = En retención
desk-flag-trade-sample = Muestra comercial
desk-flag-donation = Donación
desk-flag-testing-sample = Muestra de laboratorio
desk-card-finished = Finalizado
desk-card-sell-by = Fecha límite de venta
desk-card-use-by = Fecha límite de uso
desk-card-type = Tipo de paquete
desk-card-source-batches = Lotes de producción de origen
desk-card-external-id = ID externo
desk-card-left-on = Salió en el manifiesto
desk-card-went-to = Fue a
desk-card-note = Nota

# El inicio y el cierre de la aplicación, y los cuadros de diálogo del sistema.
desk-no-folder = Trackside no puede crear la carpeta donde guarda sus datos. No se cambió nada.
desk-no-folder-next = Revise que el disco esté conectado y que tenga permiso para escribir en él; luego pruebe de nuevo.
desk-not-started = Trackside no pudo iniciar todas sus partes. Su trabajo está a salvo en esta computadora.
desk-not-started-next = Inicie Trackside de nuevo. Si vuelve a ocurrir, guarde el diagnóstico y avísenos.
desk-closing = Trackside se está cerrando. Su trabajo está a salvo en esta computadora.
desk-closing-next = Inicie Trackside de nuevo.
desk-dialog-save = Guardar
desk-dialog-select = Seleccionar archivos
desk-dialog-tables = Tablas y textos
desk-dialog-all = Todos los archivos

# Quién informó algo, donde no se nombró a nadie.
desk-this-computer = Esta computadora
