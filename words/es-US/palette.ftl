# Los comandos (Ctrl+K): los registros que encuentran, y lo que hace cada lugar, con la razón por la que ahora no se puede.
# Lo que termina en `-also` nunca se muestra: otras palabras que alguien puede escribir para encontrar la línea.

# Lo que se encuentra en la copia local. $text es lo que se escribió.
palette-packages = Paquetes
palette-items = Artículos
palette-locations = Ubicaciones
palette-manifests = Manifiestos
palette-looking = Buscando “{ $text }”…
palette-no-tag = Ningún paquete tiene una etiqueta que termine en “{ $text }”
# Varios paquetes de una pestaña, cuando una terminación no es única.
palette-several = { $count ->
    [one] { $count } paquete que termina en “{ $text }”
   *[other] { $count } paquetes que terminan en “{ $text }”
}
# Dónde está un paquete: una pestaña de la tabla, como “Inactivos”, y una licencia por su nombre.
palette-where = { $tab }, { $license }
# De un manifiesto: una lista, como “Entrantes”, y en qué paso está la transferencia.
palette-stage = { $list }, { $state }
palette-no-packages = Sin paquetes activos
# Para lectores de pantalla, después de buscar.
palette-count = { $count ->
    [one] { $count } resultado
   *[other] { $count } resultados
}

# Una pestaña de un lugar, como “Paquetes: Retenidos”.
palette-tab = { $place }: { $tab }
palette-hold-also = retención retenido hold
palette-inactive-also = finalizados vacíos historial
palette-in-transit-also = en camino
palette-incoming-also = recibir recepción entrega llegada en camino

# Lugares que todavía no existen.
palette-coming = Próximamente
palette-today = Hoy
palette-today-also = tablero resumen
palette-plants = Plantas
palette-plants-also = lotes de plantas cosechas cepas cultivo
palette-sales = Ventas
palette-sales-also = recibos vender cliente
palette-data-import = Importación de datos
palette-data-import-also = subir csv aditivos archivo
palette-housekeeping = Limpieza
palette-housekeeping-also = ordenar finalizar en cero cerrar

# Acciones sobre paquetes cuando no hay ninguno sobre el que actuar.
palette-selected = Paquetes seleccionados
palette-select-first = Primero seleccione paquetes
palette-packages-away = Los paquetes no están a la vista
palette-one-sender = Una transferencia tiene un solo remitente: seleccione paquetes de una sola licencia
palette-with-also = transferencia manifiesto borrador enviar

# Por qué una acción de otra pestaña no se puede hacer en esta. Junto a la línea, sin punto, como todo motivo aquí.
palette-not-finished = Solo se pueden reabrir paquetes finalizados
palette-is-finished = Los paquetes finalizados se reabren antes de cambiarlos
palette-on-hold = Los paquetes retenidos esperan hasta que se levante la retención
palette-in-transit = Los paquetes en tránsito esperan hasta que se reciban
palette-transferred = Estos paquetes están ahora en otra licencia

# Acciones de lo que está abierto en un lugar, y por qué no se pueden hacer.
palette-nothing-queued = No se acaba de poner nada en cola
palette-undone = Ya se deshizo
palette-gone-out = { $count ->
    [one] Ya salió hacia el estado
   *[other] Todos salieron hacia el estado
}
palette-undo-also = revertir retirar
palette-nothing-selected = No hay nada seleccionado
palette-no-grid = No hay ninguna tabla a la vista
palette-no-rows = No hay filas
palette-exporting = Hay una exportación en curso
palette-export-csv = Exportar a un archivo CSV
palette-export-xlsx = Exportar a un libro de Excel (XLSX)
palette-export-also = guardar descargar hoja de cálculo
# Qué filas tiene una exportación, junto a su nombre.
palette-export-all = { $rows ->
    [one] la única fila
   *[other] las { $rows } filas
}
palette-export-selected = { $rows ->
    [one] la fila seleccionada
   *[other] las { $rows } filas seleccionadas
}
palette-columns = Elegir columnas
palette-columns-also = campos orden mostrar ocultar
palette-no-changes = No ha cambiado ningún registro
palette-changes-also = actualizar novedades
palette-select-all-also = todo
palette-receive = Recibir una transferencia con una lista de control
palette-receive-also = recepción entrega llegada escanear
palette-receive-first = Primero abra una transferencia entrante
palette-close-list = Cerrar la lista de control
palette-close-list-also = recepción recibir entrega terminar
palette-close-list-first = Primero abra una lista de control
palette-list-closed = La lista ya está cerrada
palette-manifest-also = imprimir pdf papel
palette-manifest-first = Primero abra una transferencia que tenga manifiesto
palette-sheet = Imprimir las etiquetas de un borrador de transferencia
palette-sheet-also = hoja códigos de barras papel pdf
palette-draft-first = Primero abra un borrador de transferencia
palette-send = Enviar un borrador de transferencia
palette-send-also = plantilla presentar
palette-sent = No hay nada que enviar
palette-send-unfit = Algo de lo que se escribió no cabe: corríjalo primero
palette-send-unchecked = El borrador aún no está revisado
palette-send-fix = { $count ->
    [one] Primero hay que corregir { $count } cosa
   *[other] Primero hay que corregir { $count } cosas
}
palette-withdraw = Retirar los informes seleccionados
palette-withdraw-also = cancelar bandeja deshacer
palette-clear = Quitar los informes seleccionados
palette-clear-also = borrar bandeja rechazados hechos
# Lo que se decide del informe que está abierto en la bandeja de salida.
palette-recorded = Decidir un informe: fue registrado
palette-again = Decidir un informe: enviar de nuevo…
palette-look = Decidir un informe: mirar de nuevo
palette-decide-also = bandeja requiere atención resolver registro estado
palette-decide-first = Primero abra en la bandeja de salida un informe que requiera atención
palette-decide-not = El informe abierto no espera ninguna decisión
palette-decide-moved = Las respuestas a este informe están en su historia
palette-resend = Editar y reenviar un informe…
palette-resend-also = bandeja rechazado espera cambiar corregir
palette-resend-first = Primero abra en la bandeja de salida un informe rechazado o en espera
palette-resend-not = El informe abierto no se puede editar
palette-deciding = Se está decidiendo
palette-reports-first = Primero seleccione informes en espera en la bandeja de salida
palette-over-first = Primero seleccione informes rechazados o hechos en la bandeja de salida
# En la guía de formato CSV.
palette-template = Guardar la plantilla de un archivo
palette-template-also = csv importar guía descargar formulario
palette-template-none = Una lista de etiquetas no tiene plantilla
palette-print = Imprimir los archivos de la guía
palette-print-also = csv importar guía papel
palette-guide-first = Abra primero la guía de formato CSV
