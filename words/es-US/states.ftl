# Cómo llama el estado a lo avanzado que está algo. En archivos, filtros y copias van las palabras inglesas del estado; estas se muestran.

# Las pruebas de laboratorio de un paquete.
states-lab-not-submitted = No enviado a prueba
states-lab-submitted = Enviado a prueba
states-lab-failed = Prueba reprobada
states-lab-passed = Prueba aprobada
states-lab-in-progress = Prueba en curso
states-lab-awaiting = En espera de confirmación
states-lab-retest-failed = Segunda prueba reprobada
states-lab-retest-passed = Segunda prueba aprobada
states-lab-remediated = Remediado
states-lab-selected = Elegido para prueba al azar
states-lab-not-required = No requerida
states-lab-process-validated = Proceso validado
states-lab-decontaminated = Descontaminado
states-lab-r-and-d = Investigación y desarrollo terminados
# Uno que esta versión no conoce, como lo llama el estado.
states-lab-other = { $name }

# El resultado de una muestra de laboratorio.
states-result-passed = Aprobada
states-result-failed = Reprobada
states-result-not-released = Sin publicar

# Lo avanzado que está un manifiesto.
states-transfer-registered = Registrado
states-transfer-in-transit = En tránsito
states-transfer-received = Recibido
states-transfer-rejected = Rechazado
states-transfer-partly = Recibido en parte
states-transfer-voided = Anulado
states-transfer-gone = Ya no aparece

# Qué fue de un paquete en un manifiesto, además de recibido y rechazado.
states-package-accepted = Aceptado
states-package-returned = Devuelto
states-package-shipped = Enviado
