# Palabras que comparten varios lugares.

common-cancel = Cancelar
common-close = Cerrar
common-try-again = Probar de nuevo
common-dismiss = Descartar
common-copy = Copiar
common-packages = { $count ->
    [one] { $count } paquete
   *[other] { $count } paquetes
}
common-ok = OK
# Un archivo que se guardó.
common-saved-as = Se guardó como { $file }.
common-open = Abrir
common-show-in-folder = Mostrar en la carpeta
