# Palabras de un informe al estado: qué hace, dónde está, qué se averiguó de él, por qué se rechazó algo.

# Lo que hace un tipo de informe, en un botón o en una lista.
reporting-kind-finish = Finalizar
reporting-kind-unfinish = Reabrir
reporting-kind-adjust = Ajustar cantidad
reporting-kind-location = Cambiar ubicación
reporting-kind-note = Cambiar nota
reporting-kind-item = Cambiar artículo
reporting-kind-finalize = Cerrar recibo
reporting-kind-unfinalize = Reabrir recibo
reporting-kind-template-create = Crear plantilla
reporting-kind-template-update = Cambiar plantilla
reporting-kind-template-delete = Eliminar plantilla

# Un informe en una línea. $amount y $change son cantidades con su unidad, el cambio con su signo.
reporting-line-finish = Finalizar el paquete { $tag }, el { $day }
reporting-line-unfinish = Reabrir el paquete { $tag }
reporting-line-adjust-up = Sumar { $amount } al paquete { $tag } ({ $reason })
reporting-line-adjust-down = Restar { $amount } del paquete { $tag } ({ $reason })
reporting-line-adjust-set = Fijar el paquete { $tag } en { $amount } ({ $change }, { $reason })
reporting-line-location = Mover el paquete { $tag } a { $location }
reporting-line-sublocation = Mover el paquete { $tag } a { $location }, { $sublocation }
reporting-line-note-removed = Quitar la nota del paquete { $tag }
reporting-line-note = Poner “{ $note }” como nota del paquete { $tag }
reporting-line-item = Cambiar el artículo del paquete { $tag } a { $item }
reporting-line-finalize = Cerrar el recibo { $receipt }
reporting-line-unfinalize = Reabrir el recibo { $receipt }
# $id es el número que el estado da a la plantilla, $license la licencia a la que va.
reporting-line-template-create = { $packages ->
    [one] Crear la plantilla “{ $name }” para { $license }, { $packages } paquete
   *[other] Crear la plantilla “{ $name }” para { $license }, { $packages } paquetes
}
reporting-line-template-update = { $packages ->
    [one] Reemplazar la plantilla { $id } por “{ $name }” para { $license }, { $packages } paquete
   *[other] Reemplazar la plantilla { $id } por “{ $name }” para { $license }, { $packages } paquetes
}
reporting-line-template-delete = Eliminar la plantilla { $id }, “{ $name }”

# Dónde está un informe, en tres frases que van juntas: qué pasó, si el trabajo está a salvo, qué hacer ahora.
reporting-safe-here = Está guardado en esta computadora.
reporting-safe-kept = Lo que se ingresó se conserva aquí. No se envía nada hasta que haya una decisión.
reporting-safe-shown = El registro del estado lo muestra.
reporting-safe-seen = Confiamos en lo que usted vio.
reporting-safe-not-recorded = El estado no registró nada. Lo que se ingresó se conserva aquí.
reporting-safe-sent-again = No se sabe si un envío anterior quedó registrado. Mire en el sitio del estado.
reporting-safe-withdrawn = El estado no tiene nada de él.
reporting-safe-replaced = El estado no tiene nada de este.

reporting-now-nothing = No hay nada que hacer.
reporting-now-checking = Estamos revisando; por favor, no lo ingrese de nuevo.

reporting-waits = Espera su turno.
reporting-waits-now = No hay nada que hacer. Hasta que se envíe se puede retirar.
reporting-offline = Espera una conexión.
reporting-offline-now = No hay nada que hacer: se envía solo cuando vuelva la conexión.
reporting-between = Algo entre esta computadora y el estado estorba: un filtro web, un proxy, un reloj mal puesto.
reporting-between-now = Mire lo que dice al respecto la línea de sincronización de abajo. Esto se envía solo en cuanto se corrija.
reporting-state-fails = El sistema del estado no funciona en este momento.
reporting-state-fails-now = No hay nada que hacer: probamos de nuevo automáticamente.
reporting-asked = El estado nos pidió esperar un poco.
reporting-asked-now = No hay nada que hacer: continúa solo.
reporting-keys = El estado no acepta las claves de esta cuenta.
reporting-keys-now = Revise las claves en la configuración de la cuenta.
reporting-after-failure = El estado falló mientras registraba esto. Nos aseguramos de que no se registró nada.
reporting-after-failure-now = No hay nada que hacer: lo enviamos de nuevo automáticamente.
reporting-blocked = Espera a otro informe que está detenido.
reporting-blocked-now = Resuelva el otro informe o retire este.
reporting-sending = Va en camino al estado.
reporting-sending-now = No hay nada que hacer; por favor, no lo ingrese de nuevo.
reporting-accepted = El estado lo aceptó. Lo estamos leyendo de vuelta para tener certeza.
reporting-answer-lost = Todavía no sabemos si el estado lo registró.
reporting-foreign = Algo entre esta computadora y el estado respondió en su lugar, así que no sabemos si esto llegó.
reporting-foreign-now = Estamos revisando; por favor, no lo ingrese de nuevo. Si no se registró nada, se envía de nuevo solo.
reporting-app-ended = Trackside se cerró mientras esto se enviaba. Todavía no sabemos si el estado lo registró.
reporting-older-copy = El archivo de Trackside estaba dañado y una copia más antigua tomó su lugar. Esto puede haberse enviado desde entonces.
reporting-other-refused = Otro informe que se envió junto con este fue rechazado. Estamos revisando que este quedara fuera.
reporting-other-refused-now = No hay nada que hacer: si quedó fuera, se envía de nuevo solo.
reporting-confirmed = El estado lo registró, y lo leímos de vuelta.
reporting-already-so = El estado ya lo tenía así; no hizo falta enviar nada.
reporting-person-says-so = Usted nos dijo que el estado lo registró.
reporting-refused = El estado lo rechazó.
reporting-refused-now = Lea la respuesta del estado; luego edite y reenvíe, o retírelo.
reporting-may-not-read = Su clave no puede leer este registro, así que no pudimos asegurarnos de nada y no enviamos nada.
reporting-may-not-read-now = Pida el permiso; luego edite y reenvíe.
reporting-cannot-tell = No pudimos averiguar si el estado lo registró. Es posible que alguien haya cambiado el registro mientras tanto.
reporting-not-shown = El estado lo aceptó, pero su registro no lo muestra. Es posible que alguien lo haya cambiado desde entonces.
# Las palabras entre comillas son las de dos botones.
reporting-facts-now = Compare los datos; luego elija “Fue registrado” o “Enviar de nuevo”.
reporting-cannot-read = No sabemos si el estado lo registró, y su clave no puede leer el registro.
reporting-cannot-read-now = Mire en el sitio del estado; luego elija “Fue registrado” o “Enviar de nuevo”.
reporting-keeps-failing = El estado falló en esto una y otra vez. Nos aseguramos de que no se registró nada.
reporting-keeps-failing-now = Elija “Enviar de nuevo”, o retírelo e infórmelo en el sitio del estado.
reporting-moved = El estado no tiene lo que usted vio al revisar esto, así que no se envió.
reporting-moved-now = Compare las cifras; luego elija qué enviar, o retírelo.
reporting-withdrawn = Se retiró antes de registrarse.
reporting-replaced = Un informe editado tomó el lugar de este.

# Lo que se compara, al comienzo de una fila de datos.
reporting-fact-finished = Finalizado
reporting-fact-quantity = Cantidad
reporting-fact-adjustment = Ajuste
reporting-fact-location = Ubicación
reporting-fact-note = Nota
reporting-fact-item = Artículo
reporting-fact-final = Cerrado
reporting-fact-template = Plantilla
reporting-fact-packages = Paquetes
reporting-fact-voided = Anulada
reporting-fact-last-changed = Último cambio
# Lo que está en una fila de datos.
reporting-yes = sí
reporting-no = no
reporting-none = nada
reporting-empty = vacío
reporting-not-known = no se sabe
reporting-not-here = no está en esta licencia
# De los ajustes de un paquete, ninguno lleva nuestra marca.
reporting-none-marked = ninguno con { $mark } entre { NUMBER($rows) }
# De las plantillas que tiene el estado.
reporting-not-among = no está entre { NUMBER($others) }

# Detalles de la auditoría.
reporting-audit-earlier = quedó registrado un intento anterior
# $what es uno de los datos de arriba.
reporting-audit-moved = { $what }: se vio { $seen }, el estado tiene { $now }
reporting-audit-replaced = por el informe { $report }

# Por qué un informe no se puso en la bandeja o no se cambió.
reporting-refusal-nothing = No se eligió nada, así que no se puso nada en la bandeja.
reporting-refusal-not-there = Este informe ya no está en la bandeja de salida.
reporting-refusal-on-its-way = Este informe ya va en camino al estado y no se puede retirar.
reporting-refusal-over = Este informe ya terminó.
reporting-refusal-nothing-to-decide = No hay nada que decidir sobre este informe.
reporting-refusal-not-over = Este informe todavía no termina, así que sigue a la vista.
reporting-refusal-other-entity = Una edición se queda con su paquete, recibo o borrador. Retire este informe y haga uno nuevo.
reporting-refusal-no-predecessor = Este informe debía esperar a uno que no va antes que él.
reporting-refusal-note-too-long = { $found ->
    [one] La nota tiene { $found } carácter; caben { NUMBER($most) } como máximo.
   *[other] La nota tiene { $found } caracteres; caben { NUMBER($most) } como máximo.
}
reporting-refusal-name-too-long = { $found ->
    [one] El nombre tiene { $found } carácter; caben { NUMBER($most) } como máximo.
   *[other] El nombre tiene { $found } caracteres; caben { NUMBER($most) } como máximo.
}
# $details son las palabras de un programa.
reporting-refusal-not-written = No se pudo escribir el informe: { $details }.

reporting-command-disk-full = El disco está lleno, así que esto no se pudo guardar. No se puso nada en la bandeja ni se cambió nada.
reporting-command-not-saved = Esto no se pudo guardar en esta computadora. No se puso nada en la bandeja ni se cambió nada. ({ $details })
reporting-command-overtaken = Otra cosa cambió en el mismo momento. Con esto no se puso nada en la bandeja ni se cambió nada.
reporting-command-mixed-up = Esta orden se confundió con otra. No se puso nada en la bandeja ni se cambió nada.
reporting-command-closing = Trackside se está cerrando. No se puso nada en la bandeja ni se cambió nada.
# $details donde no se puede escribir el archivo propio de Trackside.
reporting-ledger-closed = no se puede escribir en el archivo

# Lo que va donde irían las palabras del estado.
reporting-said-no-keys = no hay ninguna cuenta conectada para esta licencia
reporting-said-broke-off = la llamada se interrumpió
reporting-said-receipt-open = el estado no dice si el recibo está cerrado
reporting-said-template-unread = no se leyó la plantilla
reporting-said-pages-apart = las páginas de la lista de plantillas no concuerdan entre sí
# $what es una causa en palabras, $details lo que el sistema dijo de ella.
reporting-said-with-details = { $what }: { $details }
