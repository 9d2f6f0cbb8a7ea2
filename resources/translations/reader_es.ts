<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="es" sourcelanguage="en">
<context>
    <name>AboutDialog</name>
    <message>
        <source>About Reader</source>
        <translation>Acerca de Reader</translation>
    </message>
    <message>
        <source>The program</source>
        <translation>El programa</translation>
    </message>
    <message>
        <source>Libraries and licences</source>
        <translation>Bibliotecas y licencias</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Cerrar</translation>
    </message>
    <message>
        <source>Read the news with your own notes on its people, places and organizations.

Free software under the GNU General Public License, version 3 or later.
The built-in model was trained on AnCora (University of Barcelona, CC BY 4.0); names of places come from GeoNames (CC BY 4.0), Unicode CLDR and iso-codes (LGPL), common words from RLA-ES (GPL) and wordfreq (CC BY-SA 4.0), the map from Natural Earth (public domain).

Nothing that you read or write leaves this computer.</source>
        <translation>Lee las noticias con tus propias notas sobre sus personas, lugares y organizaciones.

Programa libre bajo la Licencia Pública General de GNU, versión 3 o posterior.
El modelo incluido se entrenó con AnCora (Universidad de Barcelona, CC BY 4.0); los nombres de lugares proceden de GeoNames (CC BY 4.0), Unicode CLDR e iso-codes (LGPL); las palabras comunes, de RLA-ES (GPL) y wordfreq (CC BY-SA 4.0), y el mapa, de Natural Earth (dominio público).

Nada de lo que lees o escribes sale de este ordenador.</translation>
    </message>
    <message>
        <source>Library</source>
        <translation>Biblioteca</translation>
    </message>
    <message>
        <source>Version</source>
        <translation>Versión</translation>
    </message>
    <message>
        <source>Licence</source>
        <translation>Licencia</translation>
    </message>
    <message>
        <source>Libraries</source>
        <translation>Bibliotecas</translation>
    </message>
    <message>
        <source>Text of the licence</source>
        <translation>Texto de la licencia</translation>
    </message>
    <message>
        <source>Its text didn&apos;t come with this library.</source>
        <translation>Esta biblioteca no incluye su texto.</translation>
    </message>
</context>
<context>
    <name>AddedNotice</name>
    <message>
        <source>This article has changed since it was kept.</source>
        <translation>Este artículo ha cambiado desde que se guardó.</translation>
    </message>
    <message>
        <source>Update</source>
        <translation>Actualizar</translation>
    </message>
    <message>
        <source>Keep both</source>
        <translation>Guardar aparte</translation>
    </message>
    <message>
        <source>This article was in the library already.</source>
        <translation>Este artículo ya estaba en la biblioteca.</translation>
    </message>
    <message>
        <source>This article was in the trash, and was taken out of it.</source>
        <translation>Este artículo estaba en la papelera; se ha recuperado.</translation>
    </message>
    <message numerus="yes">
        <source>The library has this text from %Ln more outlet(s).</source>
        <translation>
            <numerusform>La biblioteca tiene este texto de %Ln medio más.</numerusform>
            <numerusform>La biblioteca tiene este texto de %Ln medios más.</numerusform>
        </translation>
    </message>
    <message>
        <source>update of an article</source>
        <translation>actualización de un artículo</translation>
    </message>
    <message>
        <source>The article was updated.</source>
        <translation>El artículo se ha actualizado.</translation>
    </message>
    <message numerus="yes">
        <source>%Ln annotation(s) kept their place.</source>
        <translation>
            <numerusform>%Ln anotación conserva su sitio.</numerusform>
            <numerusform>%Ln anotaciones conservan su sitio.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln lost it, and are kept.</source>
        <translation>
            <numerusform>%Ln lo ha perdido y se conserva.</numerusform>
            <numerusform>%Ln lo han perdido y se conservan.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>AddressDialog</name>
    <message>
        <source>Open an address</source>
        <translation>Abrir una dirección</translation>
    </message>
    <message>
        <source>Address of the article</source>
        <translation>Dirección del artículo</translation>
    </message>
    <message>
        <source>Progress of fetching</source>
        <translation>Progreso de la descarga</translation>
    </message>
    <message>
        <source>Keep it as it is</source>
        <translation>Conservarla tal cual</translation>
    </message>
    <message>
        <source>Paste the text</source>
        <translation>Pegar el texto</translation>
    </message>
    <message>
        <source>Open a saved page…</source>
        <translation>Abrir una página guardada…</translation>
    </message>
    <message>
        <source>Fetch</source>
        <translation>Traer</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Cancelar</translation>
    </message>
    <message>
        <source>Only this page is fetched, and only now; it is kept with the article.</source>
        <translation>Solo se trae esta página, y solo ahora; se guarda con el artículo.</translation>
    </message>
    <message>
        <source>Connecting…</source>
        <translation>Conectando…</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>Parar</translation>
    </message>
    <message>
        <source>Fetching… {done} of {total}</source>
        <translation>Trayendo… {done} de {total}</translation>
    </message>
    <message>
        <source>Fetching… {done}</source>
        <translation>Trayendo… {done}</translation>
    </message>
    <message>
        <source>Looking for the article in the page…</source>
        <translation>Buscando el artículo en la página…</translation>
    </message>
    <message>
        <source>Stopping…</source>
        <translation>Parando…</translation>
    </message>
</context>
<context>
    <name>AliasChip</name>
    <message>
        <source>Another name; Delete takes it away</source>
        <translation>Otro nombre; Supr lo quita</translation>
    </message>
</context>
<context>
    <name>AliasLine</name>
    <message numerus="yes">
        <source>%n more</source>
        <translation>
            <numerusform>%n más</numerusform>
            <numerusform>%n más</numerusform>
        </translation>
    </message>
    <message>
        <source>Add another name</source>
        <translation>Añadir otro nombre</translation>
    </message>
    <message>
        <source>How it is called elsewhere, too: a short form, an acronym, another spelling</source>
        <translation>Cómo se le llama también: una forma corta, unas siglas, otra grafía</translation>
    </message>
    <message>
        <source>Another name</source>
        <translation>Otro nombre</translation>
    </message>
</context>
<context>
    <name>AllAnnotationsDelegate</name>
    <message>
        <source>To review: the text has changed</source>
        <translation>Por revisar: el texto ha cambiado</translation>
    </message>
    <message>
        <source>Without a place in today&apos;s text</source>
        <translation>Sin lugar en el texto actual</translation>
    </message>
</context>
<context>
    <name>AllAnnotationsModel</name>
    <message>
        <source>to review</source>
        <translation>por revisar</translation>
    </message>
</context>
<context>
    <name>AllAnnotationsPage</name>
    <message>
        <source>Annotations</source>
        <translation>Anotaciones</translation>
    </message>
    <message>
        <source>Annotations of all articles</source>
        <translation>Anotaciones de todos los artículos</translation>
    </message>
    <message numerus="yes">
        <source>%Ln annotation(s)</source>
        <translation>
            <numerusform>%Ln anotación</numerusform>
            <numerusform>%Ln anotaciones</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln of {total}</source>
        <translation>
            <numerusform>%Ln de {total}</numerusform>
            <numerusform>%Ln de {total}</numerusform>
        </translation>
    </message>
    <message>
        <source>By article</source>
        <translation>Por artículo</translation>
    </message>
    <message>
        <source>Newest first</source>
        <translation>Las más recientes primero</translation>
    </message>
    <message>
        <source>Order of the annotations</source>
        <translation>Orden de las anotaciones</translation>
    </message>
    <message>
        <source>No annotation is like that.</source>
        <translation>Ninguna anotación es así.</translation>
    </message>
    <message>
        <source>Select text in an article to annotate it; all annotations are listed here.</source>
        <translation>Selecciona texto en un artículo para anotarlo; aquí aparecen todas las anotaciones.</translation>
    </message>
    <message>
        <source>Review…</source>
        <translation>Revisar…</translation>
    </message>
    <message>
        <source>Show in the article</source>
        <translation>Ver en el artículo</translation>
    </message>
</context>
<context>
    <name>AnnotationBook</name>
    <message>
        <source>annotate</source>
        <translation>anotar</translation>
    </message>
    <message>
        <source>move the end of the annotation</source>
        <translation>mover el extremo de la anotación</translation>
    </message>
    <message numerus="yes">
        <source>delete %n annotation(s)</source>
        <translation>
            <numerusform>eliminar %n anotación</numerusform>
            <numerusform>eliminar %n anotaciones</numerusform>
        </translation>
    </message>
    <message>
        <source>change the colour</source>
        <translation>cambiar el color</translation>
    </message>
    <message>
        <source>change the tags</source>
        <translation>cambiar las etiquetas</translation>
    </message>
    <message>
        <source>change the linked names</source>
        <translation>cambiar los nombres vinculados</translation>
    </message>
    <message>
        <source>edit the comment</source>
        <translation>editar el comentario</translation>
    </message>
    <message>
        <source>{what} in “{title}”</source>
        <translation>{what} en «{title}»</translation>
    </message>
</context>
<context>
    <name>AnnotationCard</name>
    <message numerus="yes">
        <source>and %n more</source>
        <translation>
            <numerusform>y %n más</numerusform>
            <numerusform>y %n más</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>AnnotationDesk</name>
    <message numerus="yes">
        <source>%n annotation(s) deleted.</source>
        <translation>
            <numerusform>%n anotación eliminada.</numerusform>
            <numerusform>%n anotaciones eliminadas.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n annotation(s) copied as Markdown.</source>
        <translation>
            <numerusform>%n anotación copiada como Markdown.</numerusform>
            <numerusform>%n anotaciones copiadas como Markdown.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n annotation(s) changed.</source>
        <translation>
            <numerusform>%n anotación cambiada.</numerusform>
            <numerusform>%n anotaciones cambiadas.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>AnnotationEditor</name>
    <message>
        <source>Add a comment…</source>
        <translation>Añadir un comentario…</translation>
    </message>
    <message>
        <source>Comment on “{0}”</source>
        <translation>Comentario sobre «{0}»</translation>
    </message>
    <message>
        <source>History of the annotation…</source>
        <translation>Historial de la anotación…</translation>
    </message>
    <message>
        <source>Delete the annotation</source>
        <translation>Eliminar la anotación</translation>
    </message>
</context>
<context>
    <name>AnnotationFilterLine</name>
    <message>
        <source>Filter annotations</source>
        <translation>Filtrar anotaciones</translation>
    </message>
    <message>
        <source>Filter by colour</source>
        <translation>Filtrar por color</translation>
    </message>
    <message>
        <source>Filter by tag</source>
        <translation>Filtrar por etiqueta</translation>
    </message>
    <message>
        <source>Filter by linked name</source>
        <translation>Filtrar por nombre vinculado</translation>
    </message>
    <message>
        <source>All colours</source>
        <translation>Todos los colores</translation>
    </message>
    <message>
        <source>What the colours mean…</source>
        <translation>Qué significan los colores…</translation>
    </message>
    <message>
        <source>All tags</source>
        <translation>Todas las etiquetas</translation>
    </message>
    <message>
        <source>All names</source>
        <translation>Todos los nombres</translation>
    </message>
</context>
<context>
    <name>AnnotationHistory</name>
    <message>
        <source>History of the annotation “{quote}”</source>
        <translation>Historial de la anotación «{quote}»</translation>
    </message>
    <message>
        <source>There is no earlier version yet: one is kept every ten minutes of changes, and where much of the comment was deleted.</source>
        <translation>Todavía no hay ninguna versión anterior: se guarda una cada diez minutos de cambios, y cuando se borra buena parte del comentario.</translation>
    </message>
    <message>
        <source>restore the annotation</source>
        <translation>restaurar la anotación</translation>
    </message>
    <message>
        <source>The annotation is as it was then.</source>
        <translation>La anotación está como estaba entonces.</translation>
    </message>
    <message>
        <source>Comment</source>
        <translation>Comentario</translation>
    </message>
    <message>
        <source>Colour</source>
        <translation>Color</translation>
    </message>
    <message>
        <source>Tags</source>
        <translation>Etiquetas</translation>
    </message>
    <message>
        <source>Linked names</source>
        <translation>Nombres vinculados</translation>
    </message>
    <message>
        <source>comment</source>
        <translation>comentario</translation>
    </message>
    <message>
        <source>colour</source>
        <translation>color</translation>
    </message>
    <message>
        <source>tags</source>
        <translation>etiquetas</translation>
    </message>
    <message>
        <source>linked names</source>
        <translation>nombres vinculados</translation>
    </message>
    <message>
        <source>then changed:</source>
        <translation>después cambió:</translation>
    </message>
</context>
<context>
    <name>AnnotationList</name>
    <message>
        <source>Edit the comment</source>
        <translation>Editar el comentario</translation>
    </message>
    <message>
        <source>Show in the article</source>
        <translation>Ver en el artículo</translation>
    </message>
</context>
<context>
    <name>AnnotationMenu</name>
    <message>
        <source>Colour</source>
        <translation>Color</translation>
    </message>
    <message>
        <source>Tags</source>
        <translation>Etiquetas</translation>
    </message>
    <message>
        <source>Copy as Markdown</source>
        <translation>Copiar como Markdown</translation>
    </message>
    <message>
        <source>History…</source>
        <translation>Historial…</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>Eliminar</translation>
    </message>
    <message>
        <source>New tag…</source>
        <translation>Etiqueta nueva…</translation>
    </message>
</context>
<context>
    <name>AnnotationPage</name>
    <message>
        <source>No annotation is like that.</source>
        <translation>Ninguna anotación es así.</translation>
    </message>
    <message>
        <source>Select text in the article to annotate it.</source>
        <translation>Selecciona texto en el artículo para anotarlo.</translation>
    </message>
</context>
<context>
    <name>AnnotationPresenter</name>
    <message>
        <source>The annotation was deleted.</source>
        <translation>Se ha eliminado la anotación.</translation>
    </message>
</context>
<context>
    <name>AnnotationRows</name>
    <message>
        <source>Annotations</source>
        <translation>Anotaciones</translation>
    </message>
</context>
<context>
    <name>AppearanceForm</name>
    <message>
        <source>System</source>
        <translation>Sistema</translation>
    </message>
    <message>
        <source>Light</source>
        <translation>Claro</translation>
    </message>
    <message>
        <source>Sepia</source>
        <translation>Sepia</translation>
    </message>
    <message>
        <source>Dark</source>
        <translation>Oscuro</translation>
    </message>
    <message>
        <source>Contrast</source>
        <translation>Contraste</translation>
    </message>
    <message>
        <source> pt</source>
        <translation> pt</translation>
    </message>
    <message>
        <source> characters</source>
        <translation> caracteres</translation>
    </message>
    <message>
        <source>Theme</source>
        <translation>Tema</translation>
    </message>
    <message>
        <source>Font</source>
        <translation>Letra</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>Tamaño</translation>
    </message>
    <message>
        <source>Line width</source>
        <translation>Ancho de línea</translation>
    </message>
    <message>
        <source>Line spacing</source>
        <translation>Interlineado</translation>
    </message>
    <message>
        <source>Hyphens</source>
        <translation>Guiones</translation>
    </message>
    <message>
        <source>Movement</source>
        <translation>Movimiento</translation>
    </message>
    <message>
        <source>Part long words at the end of a line</source>
        <translation>Partir las palabras largas al final de la línea</translation>
    </message>
    <message>
        <source>Nothing glides or blinks</source>
        <translation>Sin deslizamientos ni parpadeos</translation>
    </message>
    <message>
        <source> colours</source>
        <translation> colores</translation>
    </message>
    <message>
        <source>typeface</source>
        <translation>fuente tipografía</translation>
    </message>
    <message>
        <source>larger smaller letters</source>
        <translation>letra más grande pequeña</translation>
    </message>
    <message>
        <source>column margins characters</source>
        <translation>columna márgenes caracteres</translation>
    </message>
    <message>
        <source>leading</source>
        <translation>espacio entre líneas</translation>
    </message>
    <message>
        <source> hyphenation justify ragged edge</source>
        <translation> guiones partición de palabras silabear margen derecho</translation>
    </message>
    <message>
        <source> animation reduced motion</source>
        <translation> animación movimiento reducido</translation>
    </message>
</context>
<context>
    <name>AppearanceMenu</name>
    <message>
        <source>How the text looks</source>
        <translation>Aspecto del texto</translation>
    </message>
</context>
<context>
    <name>ArticleBook</name>
    <message numerus="yes">
        <source>%Ln article(s) moved to the trash.</source>
        <translation>
            <numerusform>%Ln artículo está ahora en la papelera.</numerusform>
            <numerusform>%Ln artículos están ahora en la papelera.</numerusform>
        </translation>
    </message>
    <message>
        <source>delete articles</source>
        <translation>eliminar artículos</translation>
    </message>
    <message>
        <source>restore articles</source>
        <translation>recuperar artículos</translation>
    </message>
    <message numerus="yes">
        <source>%Ln article(s) back in the library.</source>
        <translation>
            <numerusform>%Ln artículo ha vuelto a la biblioteca.</numerusform>
            <numerusform>%Ln artículos han vuelto a la biblioteca.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln article(s) marked as read.</source>
        <translation>
            <numerusform>%Ln artículo marcado como leído.</numerusform>
            <numerusform>%Ln artículos marcados como leídos.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln article(s) marked as unread.</source>
        <translation>
            <numerusform>%Ln artículo marcado como no leído.</numerusform>
            <numerusform>%Ln artículos marcados como no leídos.</numerusform>
        </translation>
    </message>
    <message>
        <source>mark as read</source>
        <translation>marcar como leído</translation>
    </message>
    <message>
        <source>mark as unread</source>
        <translation>marcar como no leído</translation>
    </message>
    <message>
        <source>The article&apos;s details were changed.</source>
        <translation>Se han cambiado los datos del artículo.</translation>
    </message>
    <message>
        <source>change the article&apos;s details</source>
        <translation>cambiar los datos del artículo</translation>
    </message>
</context>
<context>
    <name>ArticleDelegate</name>
    <message>
        <source>Title</source>
        <translation>Título</translation>
    </message>
</context>
<context>
    <name>ArticleMenu</name>
    <message>
        <source>Open</source>
        <translation>Abrir</translation>
    </message>
    <message>
        <source>Open in a new tab</source>
        <translation>Abrir en una pestaña nueva</translation>
    </message>
    <message>
        <source>Open in new tabs</source>
        <translation>Abrir en pestañas nuevas</translation>
    </message>
    <message>
        <source>Restore</source>
        <translation>Recuperar</translation>
    </message>
    <message>
        <source>Delete for good…</source>
        <translation>Eliminar para siempre…</translation>
    </message>
    <message>
        <source>Rename</source>
        <translation>Cambiar el título</translation>
    </message>
    <message>
        <source>Details…</source>
        <translation>Datos…</translation>
    </message>
    <message>
        <source>The same text in other outlets</source>
        <translation>El mismo texto en otros medios</translation>
    </message>
    <message>
        <source>Mark as read</source>
        <translation>Marcar como leído</translation>
    </message>
    <message>
        <source>Mark as unread</source>
        <translation>Marcar como no leído</translation>
    </message>
    <message>
        <source>Collections</source>
        <translation>Colecciones</translation>
    </message>
    <message>
        <source>Tags</source>
        <translation>Etiquetas</translation>
    </message>
    <message>
        <source>Export…</source>
        <translation>Exportar…</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>Eliminar</translation>
    </message>
    <message>
        <source>Choose or make…</source>
        <translation>Elegir o crear…</translation>
    </message>
    <message>
        <source>Confirmed</source>
        <translation>Confirmado</translation>
    </message>
    <message>
        <source>Confirm</source>
        <translation>Confirmar</translation>
    </message>
    <message>
        <source>Not a name</source>
        <translation>No es un nombre</translation>
    </message>
    <message>
        <source>Is: {0}</source>
        <translation>Es: {0}</translation>
    </message>
    <message>
        <source>Means someone or something else…</source>
        <translation>Se refiere a otra entidad…</translation>
    </message>
    <message>
        <source>Open the card</source>
        <translation>Abrir la ficha</translation>
    </message>
    <message>
        <source>Copy the name</source>
        <translation>Copiar el nombre</translation>
    </message>
    <message>
        <source>Is the whole name</source>
        <translation>Es el nombre completo</translation>
    </message>
    <message>
        <source>Annotate</source>
        <translation>Anotar</translation>
    </message>
    <message>
        <source>Annotate and comment</source>
        <translation>Anotar y comentar</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>Copiar</translation>
    </message>
    <message>
        <source>Select all</source>
        <translation>Seleccionar todo</translation>
    </message>
    <message>
        <source>Mark as: {0}</source>
        <translation>Marcar como: {0}</translation>
    </message>
    <message>
        <source>Merge with…</source>
        <translation>Unir con…</translation>
    </message>
    <message>
        <source>Rename…</source>
        <translation>Cambiar el nombre…</translation>
    </message>
    <message>
        <source>Confirm all of its mentions here</source>
        <translation>Confirmar todas sus menciones aquí</translation>
    </message>
    <message>
        <source>Boundaries</source>
        <translation>Límites del nombre</translation>
    </message>
    <message>
        <source>One word more before it</source>
        <translation>Una palabra más por delante</translation>
    </message>
    <message>
        <source>One word more after it</source>
        <translation>Una palabra más por detrás</translation>
    </message>
    <message>
        <source>Without its first word</source>
        <translation>Sin su primera palabra</translation>
    </message>
    <message>
        <source>Without its last word</source>
        <translation>Sin su última palabra</translation>
    </message>
</context>
<context>
    <name>ArticleModel</name>
    <message>
        <source>Untitled</source>
        <translation>Sin título</translation>
    </message>
</context>
<context>
    <name>Asides</name>
    <message>
        <source>Open in a new tab</source>
        <translation>Abrir en una pestaña nueva</translation>
    </message>
</context>
<context>
    <name>BacklinkList</name>
    <message>
        <source>Linked from</source>
        <translation>Enlazado desde</translation>
    </message>
</context>
<context>
    <name>BackupDesk</name>
    <message>
        <source>The library lies in a folder that {service} copies while it is written, which may damage it: better move it to another folder, and let the service copy the backups.</source>
        <translation>La biblioteca está en una carpeta que {service} copia mientras se escribe en ella, lo que puede dañarla: es mejor llevarla a otra carpeta y dejar que el servicio copie las copias de seguridad.</translation>
    </message>
    <message>
        <source>The library is again what it was in the backup.</source>
        <translation>La biblioteca vuelve a ser la de la copia.</translation>
    </message>
    <message>
        <source>Save what can be read</source>
        <translation>Salvar lo que se pueda leer</translation>
    </message>
    <message>
        <source>Put back the backup of {date}</source>
        <translation>Reponer la copia del {date}</translation>
    </message>
    <message numerus="yes">
        <source>Saved: %n article(s), {annotations} annotations, {notes} notes. This is the library from now on; the damaged one is still there.</source>
        <translation>
            <numerusform>Se salvó %n artículo, {annotations} anotaciones y {notes} notas. Esta es desde ahora la biblioteca; la dañada sigue en su sitio.</numerusform>
            <numerusform>Se salvaron %n artículos, {annotations} anotaciones y {notes} notas. Esta es desde ahora la biblioteca; la dañada sigue en su sitio.</numerusform>
        </translation>
    </message>
    <message>
        <source>Some of it could not be read: compare it with the newest backup.</source>
        <translation>Una parte no se pudo leer: compárala con la copia de seguridad más reciente.</translation>
    </message>
</context>
<context>
    <name>BackupDialog</name>
    <message>
        <source>Backups</source>
        <translation>Copias de seguridad</translation>
    </message>
    <message>
        <source>One is made every day; of the last week, month and half-year some are kept. They lie beside the library: copy them to another disk now and then.</source>
        <translation>Se hace una al día; de la última semana, del último mes y del último semestre se guardan algunas. Están junto a la biblioteca: cópialas de vez en cuando a otro disco.</translation>
    </message>
    <message>
        <source>Made</source>
        <translation>Fecha</translation>
    </message>
    <message>
        <source>Why</source>
        <translation>Motivo</translation>
    </message>
    <message>
        <source>Holds</source>
        <translation>Contenido</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>Tamaño</translation>
    </message>
    <message>
        <source>There is no backup of this library yet.</source>
        <translation>Aún no hay ninguna copia de esta biblioteca.</translation>
    </message>
    <message>
        <source>Back up now</source>
        <translation>Copiar ahora</translation>
    </message>
    <message>
        <source>Put back</source>
        <translation>Reponer</translation>
    </message>
    <message>
        <source>Show the folder</source>
        <translation>Mostrar la carpeta</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Cerrar</translation>
    </message>
    <message>
        <source>every day</source>
        <translation>diaria</translation>
    </message>
    <message>
        <source>you asked for it</source>
        <translation>a petición</translation>
    </message>
    <message>
        <source>before an update of Reader</source>
        <translation>antes de actualizar Reader</translation>
    </message>
    <message>
        <source>before another was put back</source>
        <translation>antes de reponer otra</translation>
    </message>
    <message>
        <source>damaged</source>
        <translation>dañada</translation>
    </message>
    <message numerus="yes">
        <source>%n article(s)</source>
        <translation>
            <numerusform>%n artículo</numerusform>
            <numerusform>%n artículos</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n annotation(s)</source>
        <translation>
            <numerusform>%n anotación</numerusform>
            <numerusform>%n anotaciones</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n note(s)</source>
        <translation>
            <numerusform>%n nota</numerusform>
            <numerusform>%n notas</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>CandidateCard</name>
    <message>
        <source>{number}. {likeness}</source>
        <translation>{number}. {likeness}</translation>
    </message>
    <message>
        <source>It belongs here</source>
        <translation>Va aquí</translation>
    </message>
    <message>
        <source>It belongs here: {passage}</source>
        <translation>Va aquí: {passage}</translation>
    </message>
    <message>
        <source>Show in the article</source>
        <translation>Ver en el artículo</translation>
    </message>
    <message>
        <source>The same words</source>
        <translation>Las mismas palabras</translation>
    </message>
    <message>
        <source>Nearly the same words ({percent} %)</source>
        <translation>Casi las mismas palabras ({percent} %)</translation>
    </message>
    <message>
        <source>Similar words ({percent} %)</source>
        <translation>Palabras parecidas ({percent} %)</translation>
    </message>
    <message>
        <source>Some of the words ({percent} %)</source>
        <translation>Algunas de las palabras ({percent} %)</translation>
    </message>
</context>
<context>
    <name>CandidateForm</name>
    <message>
        <source>Find a name in the article or the library</source>
        <translation>Buscar un nombre en el artículo o la biblioteca</translation>
    </message>
    <message>
        <source>No such name in the article or the library.</source>
        <translation>No hay tal nombre ni en el artículo ni en la biblioteca.</translation>
    </message>
</context>
<context>
    <name>CardHead</name>
    <message>
        <source>open question</source>
        <translation>cuestión abierta</translation>
    </message>
    <message>
        <source>Confirmed</source>
        <translation>Confirmado</translation>
    </message>
    <message>
        <source>Confirm the rest</source>
        <translation>Confirmar el resto</translation>
    </message>
    <message>
        <source>Confirm</source>
        <translation>Confirmar</translation>
    </message>
    <message>
        <source>See what you said of it</source>
        <translation>Ver lo que has corregido de este nombre</translation>
    </message>
    <message>
        <source>Vouch for it and its mentions</source>
        <translation>Dar por buenos el nombre y sus menciones</translation>
    </message>
    <message>
        <source>Merged: {0}</source>
        <translation>Unido: {0}</translation>
    </message>
    <message>
        <source>Split</source>
        <translation>Separar</translation>
    </message>
    <message>
        <source>Split {0} off</source>
        <translation>Separar a {0}</translation>
    </message>
    <message>
        <source>Two entities again, each with its note</source>
        <translation>De nuevo dos entidades, cada una con su nota</translation>
    </message>
    <message>
        <source>Rename…</source>
        <translation>Cambiar el nombre…</translation>
    </message>
    <message>
        <source>Add another name…</source>
        <translation>Añadir otro nombre…</translation>
    </message>
    <message>
        <source>Copy the name</source>
        <translation>Copiar el nombre</translation>
    </message>
    <message>
        <source>Rename (F2)</source>
        <translation>Cambiar el nombre (F2)</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Nombre</translation>
    </message>
    <message>
        <source>Change the kind</source>
        <translation>Cambiar el tipo</translation>
    </message>
    <message>
        <source>Merge…</source>
        <translation>Unir…</translation>
    </message>
    <message>
        <source>It is the same as another one: make them one</source>
        <translation>Es la misma que otra: unirlas</translation>
    </message>
    <message>
        <source>Made by hand</source>
        <translation>Creada a mano</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>Eliminar</translation>
    </message>
</context>
<context>
    <name>ColourDialog</name>
    <message>
        <source>What the colours mean</source>
        <translation>Qué significan los colores</translation>
    </message>
    <message>
        <source>Give a colour a name of your own, and you can filter and export by it.</source>
        <translation>Dale a un color un nombre propio y podrás filtrar y exportar por él.</translation>
    </message>
    <message>
        <source>Meaning of {colour}</source>
        <translation>Significado de {colour}</translation>
    </message>
</context>
<context>
    <name>CorrectingDesk</name>
    <message>
        <source>Whom does “{0}” mean?</source>
        <translation>¿A quién o a qué se refiere «{0}»?</translation>
    </message>
    <message>
        <source>Who is one with {0}?</source>
        <translation>¿Con qué entidad se une {0}?</translation>
    </message>
    <message>
        <source>Mark all</source>
        <translation>Marcar todas</translation>
    </message>
    <message>
        <source>There, too</source>
        <translation>También allí</translation>
    </message>
    <message>
        <source>Correct a name first.</source>
        <translation>Corrige antes un nombre.</translation>
    </message>
    <message>
        <source>Go to a name first (J), or select one in the text.</source>
        <translation>Primero vaya a un nombre (J) o selecciónalo en el texto.</translation>
    </message>
</context>
<context>
    <name>CorrectingHands</name>
    <message>
        <source>There is no further word on that side.</source>
        <translation>No hay más palabras por ese lado.</translation>
    </message>
    <message>
        <source>Confirmed already.</source>
        <translation>Ya está confirmado.</translation>
    </message>
    <message>
        <source>Go to a name first (J), or select one in the text.</source>
        <translation>Primero vaya a un nombre (J) o selecciónalo en el texto.</translation>
    </message>
</context>
<context>
    <name>CorrectionBook</name>
    <message>
        <source>mark “{0}”</source>
        <translation>marcar «{0}»</translation>
    </message>
    <message>
        <source>change the kind of “{0}”</source>
        <translation>cambiar el tipo de «{0}»</translation>
    </message>
    <message>
        <source>change where “{0}” begins and ends</source>
        <translation>cambiar los límites de «{0}»</translation>
    </message>
    <message>
        <source>reject “{0}”</source>
        <translation>rechazar «{0}»</translation>
    </message>
    <message>
        <source>link “{0}”</source>
        <translation>decir a quién se refiere «{0}»</translation>
    </message>
    <message>
        <source>confirm “{0}”</source>
        <translation>confirmar «{0}»</translation>
    </message>
    <message>
        <source>confirm names</source>
        <translation>confirmar nombres</translation>
    </message>
    <message>
        <source>rename to “{0}”</source>
        <translation>cambiar el nombre a «{0}»</translation>
    </message>
    <message>
        <source>add the name “{0}”</source>
        <translation>añadir el nombre «{0}»</translation>
    </message>
    <message>
        <source>remove the name “{0}”</source>
        <translation>quitar el nombre «{0}»</translation>
    </message>
    <message>
        <source>merge</source>
        <translation>unir entidades</translation>
    </message>
    <message>
        <source>split</source>
        <translation>separar entidades</translation>
    </message>
    <message>
        <source>take back a correction</source>
        <translation>retirar una corrección</translation>
    </message>
    <message>
        <source>correct it in the other articles, too</source>
        <translation>corregirlo también en los demás artículos</translation>
    </message>
</context>
<context>
    <name>Counts</name>
    <message numerus="yes">
        <source>%Ln time(s) here</source>
        <translation>
            <numerusform>%Ln vez aquí</numerusform>
            <numerusform>%Ln veces aquí</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>in %Ln article(s)</source>
        <translation>
            <numerusform>en %Ln artículo</numerusform>
            <numerusform>en %Ln artículos</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln correction(s) taken back.</source>
        <translation>
            <numerusform>Se ha deshecho %Ln corrección.</numerusform>
            <numerusform>Se han deshecho %Ln correcciones.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln correction(s) done again.</source>
        <translation>
            <numerusform>Se ha rehecho %Ln corrección.</numerusform>
            <numerusform>Se han rehecho %Ln correcciones.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln name(s) selected</source>
        <translation>
            <numerusform>%Ln nombre seleccionado</numerusform>
            <numerusform>%Ln nombres seleccionados</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln mention(s) confirmed</source>
        <translation>
            <numerusform>%Ln mención confirmada</numerusform>
            <numerusform>%Ln menciones confirmadas</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>in all articles but for %Ln, corrected otherwise</source>
        <translation>
            <numerusform>en todos los artículos salvo %Ln, corregido de otro modo</numerusform>
            <numerusform>en todos los artículos salvo %Ln, corregidos de otro modo</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>and %Ln more</source>
        <translation>
            <numerusform>y %Ln más</numerusform>
            <numerusform>y %Ln más</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln mention(s) confirmed.</source>
        <translation>
            <numerusform>%Ln mención confirmada.</numerusform>
            <numerusform>%Ln menciones confirmadas.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>You said otherwise in %Ln other article(s), which stays so.</source>
        <translation>
            <numerusform>En %Ln artículo más dijiste otra cosa, y así sigue.</numerusform>
            <numerusform>En %Ln artículos más dijiste otra cosa, y así sigue.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>It holds in %Ln more article(s) now.</source>
        <translation>
            <numerusform>Ahora vale en %Ln artículo más.</numerusform>
            <numerusform>Ahora vale en %Ln artículos más.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>It stands %Ln more time(s) in this article.</source>
        <translation>
            <numerusform>Aparece %Ln vez más en este artículo.</numerusform>
            <numerusform>Aparece %Ln veces más en este artículo.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>DateRange</name>
    <message>
        <source>Any date</source>
        <translation>Cualquier fecha</translation>
    </message>
    <message>
        <source>Today</source>
        <translation>Hoy</translation>
    </message>
    <message>
        <source>Last 7 days</source>
        <translation>Últimos 7 días</translation>
    </message>
    <message>
        <source>Last 30 days</source>
        <translation>Últimos 30 días</translation>
    </message>
    <message>
        <source>This year</source>
        <translation>Este año</translation>
    </message>
    <message>
        <source>From… until…</source>
        <translation>Desde… hasta…</translation>
    </message>
    <message>
        <source>Date</source>
        <translation>Fecha</translation>
    </message>
    <message>
        <source>from</source>
        <translation>desde</translation>
    </message>
    <message>
        <source>Date from</source>
        <translation>Fecha desde</translation>
    </message>
    <message>
        <source>until</source>
        <translation>hasta</translation>
    </message>
    <message>
        <source>Date until</source>
        <translation>Fecha hasta</translation>
    </message>
    <message>
        <source>A day, a month or a year: 2026-11-23, 23/11/2026, 2026-11</source>
        <translation>Un día, un mes o un año: 2026-11-23, 23/11/2026, 2026-11</translation>
    </message>
    <message>
        <source>That is no date: write a day, a month or a year, as in 23/11/2026.</source>
        <translation>Eso no es una fecha: escribe un día, un mes o un año, como en 23/11/2026.</translation>
    </message>
</context>
<context>
    <name>DatedFilterLine</name>
    <message>
        <source>Filter by date</source>
        <translation>Filtrar por fecha</translation>
    </message>
    <message>
        <source>{0} to {1}</source>
        <translation>del {0} al {1}</translation>
    </message>
    <message>
        <source>since {0}</source>
        <translation>desde el {0}</translation>
    </message>
    <message>
        <source>until {0}</source>
        <translation>hasta el {0}</translation>
    </message>
</context>
<context>
    <name>Drawer</name>
    <message numerus="yes">
        <source>%n mention(s)</source>
        <translation>
            <numerusform>%n mención</numerusform>
            <numerusform>%n menciones</numerusform>
        </translation>
    </message>
    <message>
        <source>Linked with no other name that is shown.</source>
        <translation>Sin vínculos con los demás nombres que se ven.</translation>
    </message>
    <message>
        <source>Open the page</source>
        <translation>Abrir la ficha</translation>
    </message>
    <message numerus="yes">
        <source>%n article(s)</source>
        <translation>
            <numerusform>%n artículo</numerusform>
            <numerusform>%n artículos</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>together in %n paragraph(s)</source>
        <translation>
            <numerusform>juntos en %n párrafo</numerusform>
            <numerusform>juntos en %n párrafos</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>together in %n article(s)</source>
        <translation>
            <numerusform>juntos en %n artículo</numerusform>
            <numerusform>juntos en %n artículos</numerusform>
        </translation>
    </message>
    <message>
        <source>Close (Esc)</source>
        <translation>Cerrar (Esc)</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Cerrar</translation>
    </message>
    <message>
        <source>What is behind the choice</source>
        <translation>Lo que hay detrás de lo elegido</translation>
    </message>
</context>
<context>
    <name>Drops</name>
    <message>
        <source>Drop the file to open it</source>
        <translation>Suelta el archivo para abrirlo</translation>
    </message>
    <message>
        <source>Drop the folder to import its articles</source>
        <translation>Suelta la carpeta para importar sus artículos</translation>
    </message>
    <message numerus="yes">
        <source>Drop %Ln file(s) to import them</source>
        <translation>
            <numerusform>Suelta %Ln archivo para importarlo</numerusform>
            <numerusform>Suelta %Ln archivos para importarlos</numerusform>
        </translation>
    </message>
    <message>
        <source>Drop the link to open its page</source>
        <translation>Suelta el enlace para abrir su página</translation>
    </message>
    <message>
        <source>Drop the text to keep it as an article</source>
        <translation>Suelta el texto para guardarlo como artículo</translation>
    </message>
</context>
<context>
    <name>EntityCard</name>
    <message>
        <source>All names</source>
        <translation>Nombres</translation>
    </message>
    <message>
        <source>Back to all names</source>
        <translation>Volver a todos los nombres</translation>
    </message>
    <message>
        <source>Back to all names (Esc)</source>
        <translation>Volver a todos los nombres (Esc)</translation>
    </message>
    <message>
        <source>In the whole library</source>
        <translation>En la biblioteca</translation>
    </message>
    <message>
        <source>Every mention in the library, over time, and who appears with it</source>
        <translation>Todas las menciones de la biblioteca, a lo largo del tiempo, y quién aparece con él</translation>
    </message>
    <message>
        <source>In other articles</source>
        <translation>En otros artículos</translation>
    </message>
</context>
<context>
    <name>EntityChooser</name>
    <message>
        <source>Keep the other one&apos;s name</source>
        <translation>Conservar el nombre de la otra</translation>
    </message>
</context>
<context>
    <name>EntityDesk</name>
    <message>
        <source>Who is one with {0}?</source>
        <translation>¿Con qué entidad se une {0}?</translation>
    </message>
</context>
<context>
    <name>EntityHead</name>
    <message>
        <source>Network</source>
        <translation>Red</translation>
    </message>
    <message>
        <source>Show the network around this name</source>
        <translation>Ver la red en torno a este nombre</translation>
    </message>
    <message>
        <source>Confirmed only</source>
        <translation>Solo lo confirmado</translation>
    </message>
    <message>
        <source>Leave out what the machine found and nobody has confirmed</source>
        <translation>Dejar fuera lo que encontró el programa y nadie ha confirmado</translation>
    </message>
    <message>
        <source>Mentions</source>
        <translation>Menciones</translation>
    </message>
    <message>
        <source>Appears with</source>
        <translation>Aparece con</translation>
    </message>
    <message numerus="yes">
        <source>in %n article(s)</source>
        <translation>
            <numerusform>en %n artículo</numerusform>
            <numerusform>en %n artículos</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>EntityList</name>
    <message>
        <source>Names in this article</source>
        <translation>Nombres de este artículo</translation>
    </message>
    <message>
        <source>Filter names</source>
        <translation>Filtrar nombres</translation>
    </message>
    <message>
        <source>Clear the filter</source>
        <translation>Borrar el filtro</translation>
    </message>
    <message>
        <source>Order of the names</source>
        <translation>Orden de los nombres</translation>
    </message>
    <message>
        <source>New entity</source>
        <translation>Nueva entidad</translation>
    </message>
    <message>
        <source>New entity: somebody or something to write a note on</source>
        <translation>Nueva entidad: alguien o algo sobre lo que tomar notas</translation>
    </message>
    <message>
        <source>By number of mentions</source>
        <translation>Por número de menciones</translation>
    </message>
    <message>
        <source>By appearance in the article</source>
        <translation>Por orden de aparición</translation>
    </message>
    <message>
        <source>By name</source>
        <translation>Por nombre</translation>
    </message>
    <message>
        <source>Finding names… {0} %</source>
        <translation>Buscando nombres… {0} %</translation>
    </message>
    <message>
        <source>Open an article to see who and what it names.</source>
        <translation>Abre un artículo para ver a quién y qué nombra.</translation>
    </message>
    <message>
        <source>You have confirmed no such name in this article yet.</source>
        <translation>Todavía no has confirmado ningún nombre así en este artículo.</translation>
    </message>
    <message>
        <source>No name matches the filter.</source>
        <translation>Ningún nombre coincide con el filtro.</translation>
    </message>
    <message>
        <source>Names appear here as they are found.</source>
        <translation>Los nombres aparecen aquí según se encuentran.</translation>
    </message>
    <message>
        <source>No names were found in this article.</source>
        <translation>No se han encontrado nombres en este artículo.</translation>
    </message>
</context>
<context>
    <name>EntityMenu</name>
    <message>
        <source>Open the card</source>
        <translation>Abrir la ficha</translation>
    </message>
    <message>
        <source>Confirm</source>
        <translation>Confirmar</translation>
    </message>
    <message>
        <source>Rename…</source>
        <translation>Cambiar el nombre…</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>Tipo</translation>
    </message>
    <message>
        <source>Merge with…</source>
        <translation>Unir con…</translation>
    </message>
    <message>
        <source>What was said of it…</source>
        <translation>Correcciones de este nombre…</translation>
    </message>
    <message>
        <source>Merge into</source>
        <translation>Unir en</translation>
    </message>
</context>
<context>
    <name>EntityModel</name>
    <message>
        <source>open question</source>
        <translation>por decidir</translation>
    </message>
    <message>
        <source>confirmed</source>
        <translation>confirmado</translation>
    </message>
    <message>
        <source>has a note</source>
        <translation>tiene nota</translation>
    </message>
    <message>
        <source>hidden in the text</source>
        <translation>oculto en el texto</translation>
    </message>
</context>
<context>
    <name>EntityPage</name>
    <message>
        <source>Never in one paragraph.</source>
        <translation>Nunca en el mismo párrafo.</translation>
    </message>
    <message>
        <source>No other name that is confirmed appears with this one.</source>
        <translation>Ningún otro nombre confirmado aparece con este.</translation>
    </message>
    <message>
        <source>No other name appears with this one.</source>
        <translation>Ningún otro nombre aparece con este.</translation>
    </message>
    <message>
        <source>None of its mentions is confirmed.</source>
        <translation>Ninguna de sus menciones está confirmada.</translation>
    </message>
    <message>
        <source>No article of the library names it.</source>
        <translation>Ningún artículo de la biblioteca lo menciona.</translation>
    </message>
    <message>
        <source>Page of {0}</source>
        <translation>Ficha de {0}</translation>
    </message>
    <message>
        <source>Mentions of {0}</source>
        <translation>Menciones de {0}</translation>
    </message>
</context>
<context>
    <name>EntityVerbs</name>
    <message>
        <source>change the kind of “{0}”</source>
        <translation>cambiar el tipo de «{0}»</translation>
    </message>
    <message>
        <source>This article has no mention of it to confirm.</source>
        <translation>En este artículo no hay menciones suyas que confirmar.</translation>
    </message>
    <message>
        <source>confirm “{0}”</source>
        <translation>confirmar «{0}»</translation>
    </message>
    <message>
        <source>“{0}” is confirmed in every article.</source>
        <translation>«{0}» queda confirmado en todos los artículos.</translation>
    </message>
    <message>
        <source>make “{0}”</source>
        <translation>crear «{0}»</translation>
    </message>
    <message>
        <source>delete “{0}”</source>
        <translation>eliminar «{0}»</translation>
    </message>
</context>
<context>
    <name>ExportDesk</name>
    <message>
        <source>Choose a name first.</source>
        <translation>Elige antes un nombre.</translation>
    </message>
    <message>
        <source>Dossier copied as Markdown.</source>
        <translation>Ficha copiada como Markdown.</translation>
    </message>
    <message>
        <source>An export is under way: wait for it, or stop it.</source>
        <translation>Ya hay una exportación en marcha: espera a que termine o detenla.</translation>
    </message>
    <message numerus="yes">
        <source>And %Ln more page(s).</source>
        <translation>
            <numerusform>Y %Ln página más.</numerusform>
            <numerusform>Y %Ln páginas más.</numerusform>
        </translation>
    </message>
    <message>
        <source>The export was stopped.</source>
        <translation>Se detuvo la exportación.</translation>
    </message>
</context>
<context>
    <name>ExportDialog</name>
    <message>
        <source>Export</source>
        <translation>Exportar</translation>
    </message>
    <message>
        <source>With the articles&apos; text</source>
        <translation>Con el texto de los artículos</translation>
    </message>
    <message>
        <source>Edit</source>
        <translation>Editar</translation>
    </message>
    <message>
        <source>Export…</source>
        <translation>Exportar…</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Cancelar</translation>
    </message>
    <message>
        <source>This format has no preview.</source>
        <translation>Este formato no tiene vista previa.</translation>
    </message>
    <message>
        <source>There is nothing to export.</source>
        <translation>No hay nada que exportar.</translation>
    </message>
    <message>
        <source>Those I wrote on or corrected</source>
        <translation>Los que anoté, etiqueté o corregí</translation>
    </message>
    <message>
        <source>Confirmed ones alone</source>
        <translation>Solo los confirmados</translation>
    </message>
    <message>
        <source>All that were found</source>
        <translation>Todos los hallados</translation>
    </message>
    <message>
        <source>As usual</source>
        <translation>La habitual</translation>
    </message>
    <message>
        <source>What</source>
        <translation>Qué</translation>
    </message>
    <message>
        <source>Format</source>
        <translation>Formato</translation>
    </message>
    <message>
        <source>Template</source>
        <translation>Plantilla</translation>
    </message>
    <message>
        <source>Names</source>
        <translation>Nombres</translation>
    </message>
    <message>
        <source>Only</source>
        <translation>Solo</translation>
    </message>
</context>
<context>
    <name>FilterForm</name>
    <message>
        <source>Only articles with annotations</source>
        <translation>Solo artículos con anotaciones</translation>
    </message>
    <message>
        <source>Colours</source>
        <translation>Colores</translation>
    </message>
    <message>
        <source>Tags</source>
        <translation>Etiquetas</translation>
    </message>
    <message>
        <source>About</source>
        <translation>Sobre</translation>
    </message>
    <message>
        <source>Dates</source>
        <translation>Fechas</translation>
    </message>
</context>
<context>
    <name>FilterLine</name>
    <message>
        <source>Filter articles</source>
        <translation>Filtrar artículos</translation>
    </message>
    <message>
        <source>More filters</source>
        <translation>Más filtros</translation>
    </message>
    <message>
        <source>Order of the articles</source>
        <translation>Orden de los artículos</translation>
    </message>
    <message>
        <source>When added</source>
        <translation>Fecha en que se añadió</translation>
    </message>
    <message>
        <source>When read last</source>
        <translation>Última lectura</translation>
    </message>
    <message>
        <source>Date</source>
        <translation>Fecha</translation>
    </message>
    <message>
        <source>Title</source>
        <translation>Título</translation>
    </message>
    <message>
        <source>Outlet</source>
        <translation>Medio</translation>
    </message>
    <message>
        <source>Length</source>
        <translation>Extensión</translation>
    </message>
    <message>
        <source>Progress</source>
        <translation>Progreso de lectura</translation>
    </message>
    <message>
        <source>Annotations</source>
        <translation>Anotaciones</translation>
    </message>
    <message>
        <source>Notes</source>
        <translation>Notas</translation>
    </message>
    <message>
        <source>Reverse order</source>
        <translation>Orden inverso</translation>
    </message>
</context>
<context>
    <name>FilterPanel</name>
    <message>
        <source>Names</source>
        <translation>Nombra a</translation>
    </message>
    <message>
        <source>Of this kind</source>
        <translation>Tipo</translation>
    </message>
    <message>
        <source>Outlet</source>
        <translation>Medio</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>Idioma</translation>
    </message>
    <message>
        <source>Date</source>
        <translation>Fecha</translation>
    </message>
    <message>
        <source>Tags</source>
        <translation>Etiquetas</translation>
    </message>
    <message>
        <source>Any</source>
        <translation>Todos</translation>
    </message>
    <message>
        <source>Person, place…</source>
        <translation>Persona, lugar…</translation>
    </message>
    <message>
        <source>Unread only</source>
        <translation>Solo los no leídos</translation>
    </message>
    <message>
        <source>The same text once</source>
        <translation>El mismo texto, una vez</translation>
    </message>
    <message>
        <source>Show of the same text in several outlets one alone.</source>
        <translation>Del mismo texto en varios medios se muestra uno solo.</translation>
    </message>
    <message>
        <source>Remove the filters</source>
        <translation>Quitar los filtros</translation>
    </message>
</context>
<context>
    <name>FindBar</name>
    <message>
        <source>Find in the article</source>
        <translation>Buscar en el artículo</translation>
    </message>
    <message>
        <source>Aá</source>
        <translation>Aá</translation>
    </message>
    <message>
        <source>“word”</source>
        <translation>«palabra»</translation>
    </message>
    <message>
        <source>a | b</source>
        <translation>a | b</translation>
    </message>
    <message>
        <source>Previous one (Shift+Enter)</source>
        <translation>Anterior (Mayús+Intro)</translation>
    </message>
    <message>
        <source>Next one (Enter)</source>
        <translation>Siguiente (Intro)</translation>
    </message>
    <message>
        <source>Capitals and accents count</source>
        <translation>Distinguir mayúsculas y tildes</translation>
    </message>
    <message>
        <source>Whole words only</source>
        <translation>Solo palabras completas</translation>
    </message>
    <message>
        <source>Any of the words</source>
        <translation>Cualquiera de las palabras</translation>
    </message>
    <message>
        <source>Close (Esc)</source>
        <translation>Cerrar (Esc)</translation>
    </message>
    <message>
        <source>Not found</source>
        <translation>No aparece</translation>
    </message>
    <message>
        <source>Searching…</source>
        <translation>Buscando…</translation>
    </message>
    <message>
        <source>{count}…</source>
        <translation>{count}…</translation>
    </message>
    <message>
        <source>{number} of {count}</source>
        <translation>{number} de {count}</translation>
    </message>
    <message numerus="yes">
        <source>%Ln place(s)</source>
        <translation>
            <numerusform>%Ln coincidencia</numerusform>
            <numerusform>%Ln coincidencias</numerusform>
        </translation>
    </message>
    <message>
        <source>from the beginning</source>
        <translation>desde el principio</translation>
    </message>
    <message>
        <source>from the end</source>
        <translation>desde el final</translation>
    </message>
</context>
<context>
    <name>HintBar</name>
    <message>
        <source>No more hints</source>
        <translation>No más consejos</translation>
    </message>
    <message>
        <source>Understood</source>
        <translation>Entendido</translation>
    </message>
    <message>
        <source>Click a name in the text to write a note on it.</source>
        <translation>Haz clic en un nombre del texto para escribir una nota sobre él.</translation>
    </message>
    <message>
        <source>Select a passage to annotate it in a colour of yours.</source>
        <translation>Selecciona un pasaje para anotarlo en el color que quieras.</translation>
    </message>
    <message>
        <source>{key} applies a correction to the whole library.</source>
        <translation>{key} aplica una corrección a toda la biblioteca.</translation>
    </message>
</context>
<context>
    <name>HoverCard</name>
    <message numerus="yes">
        <source>%n other article(s)</source>
        <translation>
            <numerusform>%n artículo más</numerusform>
            <numerusform>%n artículos más</numerusform>
        </translation>
    </message>
    <message>
        <source>May be: {0}</source>
        <translation>Puede ser: {0}</translation>
    </message>
    <message>
        <source>In the library: {mentions} in {articles}</source>
        <translation>En la biblioteca: {mentions} en {articles}</translation>
    </message>
    <message numerus="yes">
        <source>%Ln article(s)</source>
        <translation>
            <numerusform>%Ln artículo</numerusform>
            <numerusform>%Ln artículos</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>HoverTools</name>
    <message>
        <source>Delete the annotation</source>
        <translation>Eliminar la anotación</translation>
    </message>
</context>
<context>
    <name>ImportBar</name>
    <message>
        <source>Progress of the import</source>
        <translation>Progreso de la importación</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>Parar</translation>
    </message>
    <message>
        <source>Report…</source>
        <translation>Informe…</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Cerrar</translation>
    </message>
    <message>
        <source>Looking for articles… {count}</source>
        <translation>Buscando artículos… {count}</translation>
    </message>
    <message>
        <source>Importing: {done} of {total}</source>
        <translation>Importando: {done} de {total}</translation>
    </message>
    <message>
        <source>failed: {count}</source>
        <translation>con error: {count}</translation>
    </message>
    <message>
        <source>paused</source>
        <translation>en pausa</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Reintentar</translation>
    </message>
    <message>
        <source>Go on</source>
        <translation>Seguir</translation>
    </message>
    <message>
        <source>Pause</source>
        <translation>Pausar</translation>
    </message>
    <message>
        <source>less than a minute left</source>
        <translation>queda menos de un minuto</translation>
    </message>
    <message numerus="yes">
        <source>about %Ln minute(s) left</source>
        <translation>
            <numerusform>queda %Ln minuto, más o menos</numerusform>
            <numerusform>quedan unos %Ln minutos</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>about %Ln hour(s) left</source>
        <translation>
            <numerusform>queda %Ln hora, más o menos</numerusform>
            <numerusform>quedan unas %Ln horas</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ImportDesk</name>
    <message>
        <source>Import a folder</source>
        <translation>Importar una carpeta</translation>
    </message>
    <message>
        <source>pasted text</source>
        <translation>texto pegado</translation>
    </message>
    <message>
        <source>There was nothing to import there.</source>
        <translation>Ahí no había nada que importar.</translation>
    </message>
    <message>
        <source>An import is under way: {done} of {total}. What was added stays.</source>
        <translation>Hay una importación en curso: {done} de {total}. Lo que ya se ha añadido se conserva.</translation>
    </message>
    <message>
        <source>Stop it and close</source>
        <translation>Pararla y cerrar</translation>
    </message>
    <message>
        <source>Go on importing</source>
        <translation>Seguir importando</translation>
    </message>
</context>
<context>
    <name>Invitation</name>
    <message>
        <source>Open files…</source>
        <translation>Abrir archivos…</translation>
    </message>
    <message>
        <source>Paste an article</source>
        <translation>Pegar un artículo</translation>
    </message>
    <message>
        <source>Read the sample articles</source>
        <translation>Leer los artículos de muestra</translation>
    </message>
    <message>
        <source>Remove the filters</source>
        <translation>Quitar los filtros</translation>
    </message>
    <message>
        <source>The articles that you open stay here. Open some, or drop them anywhere.</source>
        <translation>Aquí se quedan los artículos que abras. Abre alguno o suéltalos en la ventana.</translation>
    </message>
    <message>
        <source>No article matches the filter.</source>
        <translation>Ningún artículo coincide con el filtro.</translation>
    </message>
    <message>
        <source>The trash is empty.</source>
        <translation>La papelera está vacía.</translation>
    </message>
    <message>
        <source>Nothing here yet. Drag articles onto the name above.</source>
        <translation>Aquí no hay nada todavía. Arrastra artículos hasta el nombre de arriba.</translation>
    </message>
    <message>
        <source>Everything has been read.</source>
        <translation>Todo está leído.</translation>
    </message>
</context>
<context>
    <name>KindChip</name>
    <message>
        <source>Show only this</source>
        <translation>Mostrar solo esto</translation>
    </message>
    <message>
        <source>Show all</source>
        <translation>Mostrar todo</translation>
    </message>
    <message>
        <source>shown</source>
        <translation>visible</translation>
    </message>
    <message>
        <source>hidden</source>
        <translation>oculto</translation>
    </message>
    <message>
        <source>Click: show or hide. Alt-click: show only this.</source>
        <translation>Clic: mostrar u ocultar. Alt+clic: mostrar solo esto.</translation>
    </message>
    <message>
        <source>Countries that words like “Russian” or “North Koreans” stand for.</source>
        <translation>Países a los que se refieren palabras como «ruso» o «norcoreanas».</translation>
    </message>
    <message numerus="yes">
        <source>%n such word(s) in the article.</source>
        <translation>
            <numerusform>%n palabra así en el artículo.</numerusform>
            <numerusform>%n palabras así en el artículo.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>LabelBook</name>
    <message>
        <source>The collection “{name}” is ready.</source>
        <translation>La colección «{name}» está lista.</translation>
    </message>
    <message>
        <source>The tag “{name}” is ready.</source>
        <translation>La etiqueta «{name}» está lista.</translation>
    </message>
    <message>
        <source>make “{name}”</source>
        <translation>crear «{name}»</translation>
    </message>
    <message>
        <source>rename “{name}”</source>
        <translation>renombrar «{name}»</translation>
    </message>
    <message>
        <source>“{name}” is called “{new}” now.</source>
        <translation>«{name}» se llama ahora «{new}».</translation>
    </message>
    <message>
        <source>delete “{name}”</source>
        <translation>eliminar «{name}»</translation>
    </message>
    <message>
        <source>“{name}” was deleted; its articles stay.</source>
        <translation>«{name}» se ha eliminado; sus artículos se quedan.</translation>
    </message>
    <message numerus="yes">
        <source>%Ln article(s) put under “{name}”.</source>
        <translation>
            <numerusform>%Ln artículo puesto en «{name}».</numerusform>
            <numerusform>%Ln artículos puestos en «{name}».</numerusform>
        </translation>
    </message>
    <message>
        <source>put under “{name}”</source>
        <translation>poner en «{name}»</translation>
    </message>
    <message numerus="yes">
        <source>%Ln article(s) taken out of “{name}”.</source>
        <translation>
            <numerusform>%Ln artículo quitado de «{name}».</numerusform>
            <numerusform>%Ln artículos quitados de «{name}».</numerusform>
        </translation>
    </message>
    <message>
        <source>take out of “{name}”</source>
        <translation>quitar de «{name}»</translation>
    </message>
</context>
<context>
    <name>LabelPicker</name>
    <message>
        <source>Collections and tags</source>
        <translation>Colecciones y etiquetas</translation>
    </message>
    <message>
        <source>Find one, or name a new one</source>
        <translation>Busca una o escribe una nueva</translation>
    </message>
    <message>
        <source>There is no collection and no tag yet: write a name and press Enter.</source>
        <translation>Aún no hay colecciones ni etiquetas: escribe un nombre y pulsa Intro.</translation>
    </message>
    <message>
        <source>Make the tag “{name}”</source>
        <translation>Crear la etiqueta «{name}»</translation>
    </message>
    <message>
        <source>Make the collection “{name}”</source>
        <translation>Crear la colección «{name}»</translation>
    </message>
</context>
<context>
    <name>LanguagePage</name>
    <message>
        <source>Language</source>
        <translation>Idioma</translation>
    </message>
    <message>
        <source>The language of the program&apos;s own words. Articles stay as they are.</source>
        <translation>El idioma del propio programa. Los artículos se quedan como están.</translation>
    </message>
    <message>
        <source>As the system ({name})</source>
        <translation>El del sistema ({name})</translation>
    </message>
</context>
<context>
    <name>Legend</name>
    <message>
        <source>Kinds of names</source>
        <translation>Clases de nombres</translation>
    </message>
</context>
<context>
    <name>LibraryPane</name>
    <message>
        <source>Articles in the library</source>
        <translation>Artículos de la biblioteca</translation>
    </message>
    <message>
        <source>Collections and tags</source>
        <translation>Colecciones y etiquetas</translation>
    </message>
    <message>
        <source>Untitled</source>
        <translation>Sin título</translation>
    </message>
    <message>
        <source>All articles</source>
        <translation>Todos los artículos</translation>
    </message>
    <message>
        <source>Unread</source>
        <translation>No leídos</translation>
    </message>
    <message>
        <source>Trash</source>
        <translation>Papelera</translation>
    </message>
    <message>
        <source>Collections</source>
        <translation>Colecciones</translation>
    </message>
    <message>
        <source>Tags</source>
        <translation>Etiquetas</translation>
    </message>
</context>
<context>
    <name>LibraryTrouble</name>
    <message>
        <source>Choose another library…</source>
        <translation>Elegir otra biblioteca…</translation>
    </message>
</context>
<context>
    <name>LinkBook</name>
    <message>
        <source>choose who is meant</source>
        <translation>elegir a quién se refiere</translation>
    </message>
    <message>
        <source>leave it open</source>
        <translation>dejarlo abierto</translation>
    </message>
    <message>
        <source>change the Wikidata id</source>
        <translation>cambiar el identificador de Wikidata</translation>
    </message>
</context>
<context>
    <name>LinkCompleter</name>
    <message>
        <source>What to link to</source>
        <translation>A qué enlazar</translation>
    </message>
</context>
<context>
    <name>LinkEdit</name>
    <message>
        <source>Link to a name</source>
        <translation>Vincular con un nombre</translation>
    </message>
    <message>
        <source>Link to a name…</source>
        <translation>Vincular con un nombre…</translation>
    </message>
</context>
<context>
    <name>LinkPresenter</name>
    <message>
        <source>“{0}” means {1} in this article.</source>
        <translation>«{0}» es {1} en este artículo.</translation>
    </message>
    <message>
        <source>“{0}” means {1} in this mention.</source>
        <translation>«{0}» es {1} en esta mención.</translation>
    </message>
    <message>
        <source>What “{0}” means is open again.</source>
        <translation>«{0}» vuelve a quedar por decidir.</translation>
    </message>
</context>
<context>
    <name>LinkQuestion</name>
    <message>
        <source>May be:</source>
        <translation>Puede ser:</translation>
    </message>
    <message>
        <source>Choose</source>
        <translation>Elegir</translation>
    </message>
    <message>
        <source>Choose {0}</source>
        <translation>Elegir {0}</translation>
    </message>
    <message numerus="yes">
        <source>Throughout this article (%n mention(s))</source>
        <translation>
            <numerusform>En todo el artículo (%n mención)</numerusform>
            <numerusform>En todo el artículo (%n menciones)</numerusform>
        </translation>
    </message>
    <message>
        <source>Only in the marked mention</source>
        <translation>Solo en la mención marcada</translation>
    </message>
    <message numerus="yes">
        <source>“{0}” in this article, %n mention(s): your choice</source>
        <translation>
            <numerusform>«{0}» en este artículo, %n mención: lo elegiste tú</numerusform>
            <numerusform>«{0}» en este artículo, %n menciones: lo elegiste tú</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>“{0}” in %n mention(s): your choice</source>
        <translation>
            <numerusform>«{0}» en %n mención: lo elegiste tú</numerusform>
            <numerusform>«{0}» en %n menciones: lo elegiste tú</numerusform>
        </translation>
    </message>
    <message>
        <source>Leave it open again</source>
        <translation>Volver a dejarlo abierto</translation>
    </message>
</context>
<context>
    <name>ListFoot</name>
    <message>
        <source>Get “{0}” back {1}</source>
        <translation>Recuperar «{0}» {1}</translation>
    </message>
    <message>
        <source>Only confirmed</source>
        <translation>Solo confirmados</translation>
    </message>
    <message>
        <source>List the names that you confirmed, and no other</source>
        <translation>Mostrar solo los nombres que has confirmado</translation>
    </message>
    <message numerus="yes">
        <source>%Ln rejected</source>
        <translation>
            <numerusform>%Ln rechazado</numerusform>
            <numerusform>%Ln rechazados</numerusform>
        </translation>
    </message>
    <message>
        <source>What you rejected here: a click gets it back</source>
        <translation>Lo que has rechazado aquí: un clic lo recupera</translation>
    </message>
    <message>
        <source>Rejected names</source>
        <translation>Nombres rechazados</translation>
    </message>
</context>
<context>
    <name>Looks</name>
    <message>
        <source>Article</source>
        <translation>Artículo</translation>
    </message>
</context>
<context>
    <name>MarkingDesk</name>
    <message>
        <source>Here</source>
        <translation>Aquí</translation>
    </message>
    <message>
        <source>The annotation begins or ends elsewhere now.</source>
        <translation>La anotación empieza o termina ahora en otro lugar.</translation>
    </message>
</context>
<context>
    <name>MentionList</name>
    <message>
        <source>Not mentioned here</source>
        <translation>No se menciona aquí</translation>
    </message>
    <message>
        <source>Mentions in this article</source>
        <translation>Menciones en este artículo</translation>
    </message>
    <message>
        <source>Previous mention</source>
        <translation>Mención anterior</translation>
    </message>
    <message>
        <source>Next mention</source>
        <translation>Mención siguiente</translation>
    </message>
</context>
<context>
    <name>MetadataDialog</name>
    <message>
        <source>Details of the article</source>
        <translation>Datos del artículo</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>Guardar</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Cancelar</translation>
    </message>
    <message>
        <source>Unknown</source>
        <translation>Desconocido</translation>
    </message>
    <message>
        <source>Title</source>
        <translation>Título</translation>
    </message>
    <message>
        <source>Author</source>
        <translation>Autor</translation>
    </message>
    <message>
        <source>Outlet</source>
        <translation>Medio</translation>
    </message>
    <message>
        <source>Date</source>
        <translation>Fecha</translation>
    </message>
    <message>
        <source>Address</source>
        <translation>Dirección</translation>
    </message>
    <message>
        <source>as in 23/11/2026, 2026-11 or 2026</source>
        <translation>como 23/11/2026, 2026-11 o 2026</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>Idioma</translation>
    </message>
    <message>
        <source>An article needs a title: type one.</source>
        <translation>Un artículo necesita un título: escribe uno.</translation>
    </message>
    <message>
        <source>“{date}” is no date: write a day, a month or a year, as in 23/11/2026.</source>
        <translation>«{date}» no es una fecha: escribe un día, un mes o un año, como 23/11/2026.</translation>
    </message>
    <message>
        <source>The address must begin with http:// or https://, or be empty.</source>
        <translation>La dirección debe empezar por http:// o https://, o quedar vacía.</translation>
    </message>
</context>
<context>
    <name>MissingLibrary</name>
    <message>
        <source>Try again</source>
        <translation>Reintentar</translation>
    </message>
    <message>
        <source>Save it anew</source>
        <translation>Guardarla de nuevo</translation>
    </message>
    <message>
        <source>Begin a new one</source>
        <translation>Empezar una nueva</translation>
    </message>
    <message>
        <source>Put back the backup of {date}</source>
        <translation>Reponer la copia del {date}</translation>
    </message>
    <message>
        <source>The library is there again, with all that was in it.</source>
        <translation>La biblioteca vuelve a estar en su sitio, con todo lo que tenía.</translation>
    </message>
    <message>
        <source>A new library was begun in “{path}”.</source>
        <translation>Se ha empezado una biblioteca nueva en «{path}».</translation>
    </message>
    <message>
        <source>Another file has taken the library&apos;s place while it was open, and is the library now; what it held until then is among the backups.</source>
        <translation>Otro archivo ha ocupado el lugar de la biblioteca mientras estaba abierta y es la biblioteca ahora; lo que tenía hasta entonces está entre las copias de seguridad.</translation>
    </message>
</context>
<context>
    <name>ModelCard</name>
    <message>
        <source>At present: {names}</source>
        <translation>Ahora mismo: {names}</translation>
    </message>
    <message>
        <source>Automatic</source>
        <translation>Automático</translation>
    </message>
    <message>
        <source>Reads the articles in its own language, by itself.</source>
        <translation>Lee por sí solo los artículos en su idioma.</translation>
    </message>
    <message>
        <source>Use</source>
        <translation>Usar</translation>
    </message>
    <message>
        <source>Use {name}</source>
        <translation>Usar {name}</translation>
    </message>
    <message>
        <source>Install…</source>
        <translation>Instalar…</translation>
    </message>
    <message>
        <source>Install {name}…</source>
        <translation>Instalar {name}…</translation>
    </message>
    <message>
        <source>Remove…</source>
        <translation>Quitar…</translation>
    </message>
    <message>
        <source>Remove {name}…</source>
        <translation>Quitar {name}…</translation>
    </message>
</context>
<context>
    <name>NameChip</name>
    <message>
        <source>Linked name; Delete takes the link away</source>
        <translation>Nombre vinculado; Supr quita el vínculo</translation>
    </message>
</context>
<context>
    <name>NetworkControls</name>
    <message>
        <source>Names: up to {0}</source>
        <translation>Nombres: hasta {0}</translation>
    </message>
    <message>
        <source>Links: {0} or more</source>
        <translation>Vínculos: desde {0}</translation>
    </message>
    <message numerus="yes">
        <source>%n name(s)</source>
        <translation>
            <numerusform>%n nombre</numerusform>
            <numerusform>%n nombres</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n link(s)</source>
        <translation>
            <numerusform>%n vínculo</numerusform>
            <numerusform>%n vínculos</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>, %n more left out</source>
        <comment>names</comment>
        <translation>
            <numerusform>, %n más queda fuera</numerusform>
            <numerusform>, %n más quedan fuera</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>, %n weaker left out</source>
        <comment>links</comment>
        <translation>
            <numerusform>, %n más débil queda fuera</numerusform>
            <numerusform>, %n más débiles quedan fuera</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n found</source>
        <translation>
            <numerusform>%n encontrado</numerusform>
            <numerusform>%n encontrados</numerusform>
        </translation>
    </message>
    <message>
        <source>The sliders above say how many names, and how strong a link, to show.</source>
        <translation>Los deslizadores de arriba dicen cuántos nombres se muestran, y desde qué fuerza los vínculos.</translation>
    </message>
    <message>
        <source>Network</source>
        <translation>Red</translation>
    </message>
    <message>
        <source>Network of</source>
        <translation>Red de</translation>
    </message>
    <message>
        <source>Find a name</source>
        <translation>Buscar un nombre</translation>
    </message>
    <message>
        <source>How many names at the most</source>
        <translation>Cuántos nombres como máximo</translation>
    </message>
    <message>
        <source>How often two appear together at the least</source>
        <translation>Cuántas veces aparecen juntos como mínimo</translation>
    </message>
    <message>
        <source>Show all of it (0)</source>
        <translation>Ver la red entera (0)</translation>
    </message>
    <message>
        <source>Save as a picture…</source>
        <translation>Guardar como imagen…</translation>
    </message>
    <message>
        <source>Confirmed only</source>
        <translation>Solo lo confirmado</translation>
    </message>
    <message>
        <source>Leave out what the machine found and nobody has confirmed</source>
        <translation>Dejar fuera lo que encontró el programa y nadie ha confirmado</translation>
    </message>
</context>
<context>
    <name>NetworkPage</name>
    <message>
        <source>Arranging the network…</source>
        <translation>Ordenando la red…</translation>
    </message>
    <message>
        <source>Every kind of name is switched off: switch one on above.</source>
        <translation>Todas las clases de nombres están apagadas: enciende alguna arriba.</translation>
    </message>
    <message>
        <source>Nothing is confirmed here yet: E confirms a name in an article.</source>
        <translation>Aquí aún no hay nada confirmado: con E se confirma un nombre en un artículo.</translation>
    </message>
    <message>
        <source>No names have been found here yet. They appear as you open articles.</source>
        <translation>Aquí todavía no hay nombres. Aparecerán a medida que abras artículos.</translation>
    </message>
    <message>
        <source>Network of names</source>
        <translation>Red de nombres</translation>
    </message>
</context>
<context>
    <name>NetworkPresenter</name>
    <message>
        <source>Around {0}</source>
        <translation>En torno a {0}</translation>
    </message>
    <message>
        <source>Untitled</source>
        <translation>Sin título</translation>
    </message>
    <message>
        <source>Article: {0}</source>
        <translation>Artículo: {0}</translation>
    </message>
    <message>
        <source>Collection: {0}</source>
        <translation>Colección: {0}</translation>
    </message>
    <message>
        <source>The whole library</source>
        <translation>Toda la biblioteca</translation>
    </message>
</context>
<context>
    <name>NewEntityPopup</name>
    <message>
        <source>New entity</source>
        <translation>Nueva entidad</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Nombre</translation>
    </message>
    <message>
        <source>The selected passage means it</source>
        <translation>El pasaje seleccionado se refiere a ella</translation>
    </message>
    <message>
        <source>Make</source>
        <translation>Crear</translation>
    </message>
    <message>
        <source>In the library already:</source>
        <translation>Ya está en la biblioteca:</translation>
    </message>
</context>
<context>
    <name>NoteChooser</name>
    <message>
        <source>Quote in the note</source>
        <translation>Citar en la nota</translation>
    </message>
    <message>
        <source>A name…</source>
        <translation>Un nombre…</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Nombre</translation>
    </message>
    <message>
        <source>Names</source>
        <translation>Nombres</translation>
    </message>
    <message>
        <source>In whose note is the passage to be quoted?</source>
        <translation>¿En la nota de quién se cita el pasaje?</translation>
    </message>
</context>
<context>
    <name>NoteDesk</name>
    <message>
        <source>History of the note on {0}</source>
        <translation>Historial de la nota sobre {0}</translation>
    </message>
    <message>
        <source>There is no earlier version yet: one is kept every ten minutes of writing, and before each deletion, merge and restoring.</source>
        <translation>Todavía no hay ninguna versión anterior: se guarda una cada diez minutos de escritura, y antes de cada borrado, fusión y restauración.</translation>
    </message>
    <message numerus="yes">
        <source>%n word(s)</source>
        <translation>
            <numerusform>%n palabra</numerusform>
            <numerusform>%n palabras</numerusform>
        </translation>
    </message>
    <message>
        <source>restore the note</source>
        <translation>restaurar la nota</translation>
    </message>
    <message>
        <source>The note is as it was then.</source>
        <translation>La nota vuelve a estar como entonces.</translation>
    </message>
    <message>
        <source>quote in the note</source>
        <translation>citar en la nota</translation>
    </message>
    <message>
        <source>Quoted in the note on {name}.</source>
        <translation>Citado en la nota sobre {name}.</translation>
    </message>
    <message>
        <source>change the tags</source>
        <translation>cambiar las etiquetas</translation>
    </message>
</context>
<context>
    <name>NoteEditor</name>
    <message>
        <source>Note</source>
        <translation>Nota</translation>
    </message>
    <message>
        <source>Note on {0}</source>
        <translation>Nota sobre {0}</translation>
    </message>
    <message>
        <source>Saved ✓</source>
        <translation>Guardado ✓</translation>
    </message>
    <message>
        <source>Write your note here (Markdown)… [[ links to names and articles</source>
        <translation>Escribe aquí tu nota (Markdown)… [[ enlaza con nombres y artículos</translation>
    </message>
    <message>
        <source>The note as it reads</source>
        <translation>Vista previa de la nota</translation>
    </message>
    <message>
        <source>History of the note…</source>
        <translation>Historial de la nota…</translation>
    </message>
    <message>
        <source>Not saved</source>
        <translation>Sin guardar</translation>
    </message>
    <message>
        <source>Saving…</source>
        <translation>Guardando…</translation>
    </message>
</context>
<context>
    <name>NoteLinks</name>
    <message>
        <source>No name and no article of the library is called “{name}”.</source>
        <translation>Ningún nombre ni artículo de la biblioteca se llama «{name}».</translation>
    </message>
    <message>
        <source>The quoted passage is no longer in this article.</source>
        <translation>El pasaje citado ya no está en este artículo.</translation>
    </message>
    <message>
        <source>What this link leads to is no longer in the library.</source>
        <translation>Lo que enlaza esta dirección ya no está en la biblioteca.</translation>
    </message>
</context>
<context>
    <name>NoteUndo</name>
    <message>
        <source>write on the note</source>
        <translation>escribir en la nota</translation>
    </message>
</context>
<context>
    <name>NothingThere</name>
    <message>
        <source>Remove the filters</source>
        <translation>Quitar los filtros</translation>
    </message>
</context>
<context>
    <name>NoticeBar</name>
    <message>
        <source>Close this message</source>
        <translation>Cerrar este mensaje</translation>
    </message>
</context>
<context>
    <name>OpeningPage</name>
    <message>
        <source>Start</source>
        <translation>Inicio</translation>
    </message>
    <message>
        <source>Open the tabs of last time</source>
        <translation>Abrir las pestañas de la última vez</translation>
    </message>
    <message>
        <source>Each at the line where you stopped. Files that you open come beside them.</source>
        <translation>Cada una en la línea donde te quedaste. Los archivos que abras se añaden a su lado.</translation>
    </message>
</context>
<context>
    <name>OutlinePage</name>
    <message>
        <source>Filter headings</source>
        <translation>Filtrar títulos</translation>
    </message>
    <message>
        <source>Outline</source>
        <translation>Índice</translation>
    </message>
    <message>
        <source>This article has no headings.</source>
        <translation>Este artículo no tiene títulos.</translation>
    </message>
    <message>
        <source>No heading has that.</source>
        <translation>Ningún título lo contiene.</translation>
    </message>
</context>
<context>
    <name>OverTime</name>
    <message>
        <source>In {year}</source>
        <translation>En {year}</translation>
    </message>
    <message>
        <source>In {month} {year}</source>
        <translation>En {month} de {year}</translation>
    </message>
    <message numerus="yes">
        <source>%n article(s)</source>
        <translation>
            <numerusform>%n artículo</numerusform>
            <numerusform>%n artículos</numerusform>
        </translation>
    </message>
    <message>
        <source>Over time</source>
        <translation>A lo largo del tiempo</translation>
    </message>
    <message>
        <source>Months</source>
        <translation>Meses</translation>
    </message>
    <message>
        <source>Years</source>
        <translation>Años</translation>
    </message>
    <message>
        <source>Table</source>
        <translation>Tabla</translation>
    </message>
    <message>
        <source>The numbers as a table</source>
        <translation>Las cifras en una tabla</translation>
    </message>
    <message>
        <source>Mentions over time</source>
        <translation>Menciones a lo largo del tiempo</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>Fecha</translation>
    </message>
    <message>
        <source>Mentions</source>
        <translation>Menciones</translation>
    </message>
    <message>
        <source>Articles</source>
        <translation>Artículos</translation>
    </message>
</context>
<context>
    <name>OverviewStrip</name>
    <message>
        <source>Overview of the article</source>
        <translation>Vista general del artículo</translation>
    </message>
    <message numerus="yes">
        <source>%n annotation(s)</source>
        <translation>
            <numerusform>%n anotación</numerusform>
            <numerusform>%n anotaciones</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n mention(s) of the selected name</source>
        <translation>
            <numerusform>%n mención del nombre elegido</numerusform>
            <numerusform>%n menciones del nombre elegido</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>PageRows</name>
    <message>
        <source>Show every passage</source>
        <translation>Ver todos los pasajes</translation>
    </message>
    <message>
        <source>Untitled</source>
        <translation>Sin título</translation>
    </message>
    <message numerus="yes">
        <source>also in %n other(s)</source>
        <translation>
            <numerusform>también en otro</numerusform>
            <numerusform>también en otros %n</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n article(s)</source>
        <translation>
            <numerusform>%n artículo</numerusform>
            <numerusform>%n artículos</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>together in %n</source>
        <translation>
            <numerusform>juntos en %n</numerusform>
            <numerusform>juntos en %n</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Palette</name>
    <message>
        <source>A command, a name or an article — only: &gt; commands, @ names, # tags</source>
        <translation>Un comando, un nombre o un artículo; solo: &gt; comandos, @ nombres, # etiquetas</translation>
    </message>
    <message>
        <source>Command palette</source>
        <translation>Paleta de comandos</translation>
    </message>
    <message>
        <source>Commands, names and articles</source>
        <translation>Comandos, nombres y artículos</translation>
    </message>
    <message>
        <source>Nothing is called that.</source>
        <translation>No hay nada con ese nombre.</translation>
    </message>
</context>
<context>
    <name>PaletteDesk</name>
    <message>
        <source>{kind} · in this article</source>
        <translation>{kind} · en este artículo</translation>
    </message>
    <message>
        <source>Tag</source>
        <translation>Etiqueta</translation>
    </message>
    <message>
        <source>Collection</source>
        <translation>Colección</translation>
    </message>
    <message>
        <source>Open an article first</source>
        <translation>Abre antes un artículo</translation>
    </message>
    <message>
        <source>There is nothing to undo</source>
        <translation>No hay nada que deshacer</translation>
    </message>
    <message>
        <source>There is nothing to do again</source>
        <translation>No hay nada que rehacer</translation>
    </message>
    <message>
        <source>There is nothing to go back to</source>
        <translation>No hay adónde volver</translation>
    </message>
    <message>
        <source>There is nothing to go forward to</source>
        <translation>No hay adónde avanzar</translation>
    </message>
    <message>
        <source>Not possible at present</source>
        <translation>Ahora no es posible</translation>
    </message>
</context>
<context>
    <name>PlaceBar</name>
    <message>
        <source>Select in the article where “{quote}” belongs.</source>
        <translation>Selecciona en el artículo dónde va «{quote}».</translation>
    </message>
    <message>
        <source>Place here</source>
        <translation>Colocar aquí</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Cancelar</translation>
    </message>
</context>
<context>
    <name>Preferences</name>
    <message>
        <source>Installing {name} was called off.</source>
        <translation>Se ha cancelado la instalación de {name}.</translation>
    </message>
</context>
<context>
    <name>PreferencesDialog</name>
    <message>
        <source>Preferences</source>
        <translation>Preferencias</translation>
    </message>
    <message>
        <source>Search the settings</source>
        <translation>Buscar en los ajustes</translation>
    </message>
    <message>
        <source>Pages of the preferences</source>
        <translation>Páginas de las preferencias</translation>
    </message>
    <message>
        <source>No setting is called that.</source>
        <translation>Ningún ajuste se llama así.</translation>
    </message>
</context>
<context>
    <name>PrintDesk</name>
    <message>
        <source>Setting the pages…</source>
        <translation>Componiendo las páginas…</translation>
    </message>
    <message>
        <source>Progress of printing</source>
        <translation>Progreso de la impresión</translation>
    </message>
    <message>
        <source>An article is being printed: wait for it, or stop it.</source>
        <translation>Ya se está imprimiendo un artículo: espera a que termine o detenlo.</translation>
    </message>
    <message>
        <source>Sent to the printer.</source>
        <translation>Enviado a la impresora.</translation>
    </message>
    <message>
        <source>Save as PDF</source>
        <translation>Guardar como PDF</translation>
    </message>
    <message>
        <source>Printing was stopped.</source>
        <translation>Se detuvo la impresión.</translation>
    </message>
</context>
<context>
    <name>PrintDialog</name>
    <message>
        <source>Print the article</source>
        <translation>Imprimir el artículo</translation>
    </message>
    <message>
        <source>Names, each kind with its underline</source>
        <translation>Nombres, cada tipo con su subrayado</translation>
    </message>
    <message>
        <source>Annotations</source>
        <translation>Anotaciones</translation>
    </message>
    <message>
        <source>Beside the text</source>
        <translation>Al margen del texto</translation>
    </message>
    <message>
        <source>Behind the text, with the passages</source>
        <translation>Al final, con los pasajes</translation>
    </message>
    <message>
        <source>Not at all</source>
        <translation>Sin comentarios</translation>
    </message>
    <message>
        <source>Letter</source>
        <translation>Carta</translation>
    </message>
    <message>
        <source>Print…</source>
        <translation>Imprimir…</translation>
    </message>
    <message>
        <source>Save as PDF…</source>
        <translation>Guardar como PDF…</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Cancelar</translation>
    </message>
    <message>
        <source>Always black on white, whatever the theme.</source>
        <translation>Siempre en negro sobre blanco, sea cual sea el tema.</translation>
    </message>
    <message numerus="yes">
        <source>%Ln passage(s) with a comment or tags.</source>
        <translation>
            <numerusform>%Ln pasaje con comentario o etiquetas.</numerusform>
            <numerusform>%Ln pasajes con comentario o etiquetas.</numerusform>
        </translation>
    </message>
    <message>
        <source>With</source>
        <translation>Con</translation>
    </message>
    <message>
        <source>Comments</source>
        <translation>Comentarios</translation>
    </message>
    <message>
        <source>Paper</source>
        <translation>Papel</translation>
    </message>
</context>
<context>
    <name>QFileDialog</name>
    <message>
        <source>&amp;Look in:</source>
        <translation>&amp;Buscar en:</translation>
    </message>
    <message>
        <source>Files of &amp;type:</source>
        <translation>Archivos de &amp;tipo:</translation>
    </message>
    <message>
        <source>File &amp;name:</source>
        <translation>&amp;Nombre del archivo:</translation>
    </message>
    <message>
        <source>All Files (*)</source>
        <translation>Todos los archivos (*)</translation>
    </message>
    <message>
        <source>Go to the parent directory</source>
        <translation>Ir a la carpeta superior</translation>
    </message>
    <message>
        <source>Parent Directory</source>
        <translation>Carpeta superior</translation>
    </message>
    <message>
        <source>Directory:</source>
        <translation>Carpeta:</translation>
    </message>
    <message>
        <source>Directories</source>
        <translation>Carpetas</translation>
    </message>
</context>
<context>
    <name>QKeySequenceEdit</name>
    <message>
        <source>Press shortcut</source>
        <translation>Pulsa las teclas</translation>
    </message>
</context>
<context>
    <name>QPrintSettingsOutput</name>
    <message>
        <source>Double Sided Printing</source>
        <translation>Impresión a doble cara</translation>
    </message>
    <message>
        <source>Off</source>
        <translation>No</translation>
    </message>
    <message>
        <source>Long side binding</source>
        <translation>Por el borde largo</translation>
    </message>
    <message>
        <source>Short side binding</source>
        <translation>Por el borde corto</translation>
    </message>
    <message>
        <source>Pages</source>
        <translation>Páginas</translation>
    </message>
    <message>
        <source>Page &amp;Set:</source>
        <translation>&amp;Qué páginas:</translation>
    </message>
    <message>
        <source>Specify pages or ranges separated by commas. Ranges are specified by two numbers separated by a hyphen. E.g: 3,5-7,9 prints pages 3, 5, 6, 7 and 9.</source>
        <translation>Escribe páginas o intervalos separados por comas; un intervalo son dos números con un guion en medio. Por ejemplo: 3,5-7,9 imprime las páginas 3, 5, 6, 7 y 9.</translation>
    </message>
</context>
<context>
    <name>QPrintWidget</name>
    <message>
        <source>Output &amp;file:</source>
        <translation>&amp;Archivo de salida:</translation>
    </message>
</context>
<context>
    <name>QShortcut</name>
    <message>
        <source>Ctrl</source>
        <translation>Ctrl</translation>
    </message>
    <message>
        <source>Shift</source>
        <translation>Mayús</translation>
    </message>
    <message>
        <source>Del</source>
        <translation>Supr</translation>
    </message>
    <message>
        <source>Ins</source>
        <translation>Insert</translation>
    </message>
    <message>
        <source>Return</source>
        <translation>Intro</translation>
    </message>
    <message>
        <source>Enter</source>
        <translation>Intro</translation>
    </message>
    <message>
        <source>Tab</source>
        <translation>Tab</translation>
    </message>
    <message>
        <source>PgUp</source>
        <translation>Re Pág</translation>
    </message>
    <message>
        <source>PgDown</source>
        <translation>Av Pág</translation>
    </message>
</context>
<context>
    <name>QuoteTaker</name>
    <message>
        <source>Select the passage to quote first.</source>
        <translation>Selecciona primero el pasaje que quieres citar.</translation>
    </message>
</context>
<context>
    <name>ReadingLinks</name>
    <message>
        <source>Back to the text</source>
        <translation>Volver al texto</translation>
    </message>
    <message>
        <source>Write a message</source>
        <translation>Escribir un mensaje</translation>
    </message>
    <message>
        <source>Open in the browser</source>
        <translation>Abrir en el navegador</translation>
    </message>
    <message>
        <source>Copy address</source>
        <translation>Copiar la dirección</translation>
    </message>
</context>
<context>
    <name>ReadingPage</name>
    <message>
        <source>Reading</source>
        <translation>Lectura</translation>
    </message>
    <message>
        <source>How articles look; also under “Aa” in the toolbar.</source>
        <translation>El aspecto de los artículos; también en «Aa», en la barra de herramientas.</translation>
    </message>
    <message>
        <source>Back to the usual look</source>
        <translation>Volver al aspecto habitual</translation>
    </message>
    <message>
        <source>Give hints, each once</source>
        <translation>Dar consejos, cada uno una sola vez</translation>
    </message>
</context>
<context>
    <name>ReadingView</name>
    <message>
        <source>Load picture</source>
        <translation>Cargar la imagen</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Reintentar</translation>
    </message>
    <message>
        <source>Picture from {host}</source>
        <translation>Imagen de {host}</translation>
    </message>
    <message>
        <source>Loading the picture from {host}…</source>
        <translation>Cargando la imagen de {host}…</translation>
    </message>
    <message>
        <source>This picture can&apos;t be shown.</source>
        <translation>Esta imagen no se puede mostrar.</translation>
    </message>
</context>
<context>
    <name>RecognitionPage</name>
    <message>
        <source>Recognition</source>
        <translation>Reconocimiento</translation>
    </message>
    <message>
        <source>A model finds the people, countries, places and organizations of an article. Nothing is downloaded unless you ask for it.</source>
        <translation>Un modelo encuentra las personas, los países, los lugares y las organizaciones de un artículo. No se descarga nada sin que lo pidas.</translation>
    </message>
    <message>
        <source>Looking for models…</source>
        <translation>Buscando modelos…</translation>
    </message>
    <message>
        <source>Install from file…</source>
        <translation>Instalar desde archivo…</translation>
    </message>
    <message>
        <source>Choose folder…</source>
        <translation>Elegir carpeta…</translation>
    </message>
    <message>
        <source>A spaCy pipeline&apos;s file (….whl) on this computer</source>
        <translation>El archivo de un modelo de spaCy (….whl) que está en este ordenador</translation>
    </message>
    <message>
        <source>A spaCy pipeline in a folder on this computer</source>
        <translation>Un modelo de spaCy en una carpeta de este ordenador</translation>
    </message>
    <message>
        <source>models download install remove names</source>
        <translation>modelos descargar instalar quitar nombres</translation>
    </message>
    <message>
        <source>Or download {url} on another computer, bring the file here and install it from the file.</source>
        <translation>O descarga {url} en otro ordenador, trae el archivo e instálalo desde él.</translation>
    </message>
    <message>
        <source>Copy the address</source>
        <translation>Copiar la dirección</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Reintentar</translation>
    </message>
    <message>
        <source>In use</source>
        <translation>En uso</translation>
    </message>
    <message>
        <source>Starting…</source>
        <translation>Arrancando…</translation>
    </message>
    <message>
        <source>Chosen</source>
        <translation>Elegido</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Cerrar</translation>
    </message>
    <message>
        <source>not stated</source>
        <translation>no consta</translation>
    </message>
    <message>
        <source>Install {name}? {size} will be downloaded from {host}, and its checksum verified. Licence: {licence}.</source>
        <translation>¿Instalar {name}? Se descargarán {size} de {host} y se verificará la suma de comprobación. Licencia: {licence}.</translation>
    </message>
    <message>
        <source>Download and install</source>
        <translation>Descargar e instalar</translation>
    </message>
    <message>
        <source>Install {name} from “{file}”, {size}? Licence: {licence}.</source>
        <translation>¿Instalar {name} desde «{file}», de {size}? Licencia: {licence}.</translation>
    </message>
    <message>
        <source>It is the file that its publisher published (its checksum is right).</source>
        <translation>Es el archivo que publicó su autor (la suma de comprobación coincide).</translation>
    </message>
    <message>
        <source>It is in no list of published models: install it only if you trust where it comes from.</source>
        <translation>No está en ninguna lista de modelos publicados: instálalo solo si te fías de su procedencia.</translation>
    </message>
    <message>
        <source>Install</source>
        <translation>Instalar</translation>
    </message>
    <message>
        <source>Not now</source>
        <translation>Ahora no</translation>
    </message>
    <message>
        <source>Installing {name}…</source>
        <translation>Instalando {name}…</translation>
    </message>
    <message>
        <source>Downloading {name}…</source>
        <translation>Descargando {name}…</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Cancelar</translation>
    </message>
    <message>
        <source>Calling it off…</source>
        <translation>Cancelando…</translation>
    </message>
    <message>
        <source>Remove {name}, {size}? To have it again you would have to install it again. Your notes and annotations stay.</source>
        <translation>¿Quitar {name}, de {size}? Para volver a tenerlo habría que instalarlo otra vez. Tus notas y anotaciones se conservan.</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>Quitar</translation>
    </message>
    <message>
        <source>Keep</source>
        <translation>Conservar</translation>
    </message>
    <message>
        <source>Checking and putting in place…</source>
        <translation>Comprobando y colocando los archivos…</translation>
    </message>
    <message>
        <source>{name} was installed already, and is whole.</source>
        <translation>{name} ya estaba instalado y está íntegro.</translation>
    </message>
    <message>
        <source>{name} is installed. It is the published file (SHA-256 verified).</source>
        <translation>{name} está instalado. Es el archivo publicado (SHA-256 verificado).</translation>
    </message>
    <message>
        <source>{name} is installed. Its file is whole, but in no list of published models.</source>
        <translation>{name} está instalado. El archivo está íntegro, pero no figura en ninguna lista de modelos publicados.</translation>
    </message>
    <message>
        <source>It reads the articles in its own language, by itself.</source>
        <translation>Lee por sí solo los artículos en su idioma.</translation>
    </message>
    <message>
        <source>Use it now</source>
        <translation>Usarlo ya</translation>
    </message>
    <message>
        <source>Installing {name} was called off; everything is as it was before.</source>
        <translation>Se ha cancelado la instalación de {name}; todo está como antes.</translation>
    </message>
    <message>
        <source>{name} was removed.</source>
        <translation>Se ha quitado {name}.</translation>
    </message>
</context>
<context>
    <name>RenamePopup</name>
    <message>
        <source>Rename “{0}” everywhere</source>
        <translation>Cambiar el nombre de «{0}» en todas partes</translation>
    </message>
    <message>
        <source>The name it has stays as another name.</source>
        <translation>El nombre actual se conserva como otro nombre.</translation>
    </message>
    <message>
        <source>Rename</source>
        <translation>Cambiar el nombre</translation>
    </message>
</context>
<context>
    <name>ReportDialog</name>
    <message>
        <source>Import report</source>
        <translation>Informe de la importación</translation>
    </message>
    <message>
        <source>Update the changed ones</source>
        <translation>Actualizar los que han cambiado</translation>
    </message>
    <message>
        <source>Keep both versions</source>
        <translation>Conservar ambas versiones</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>Copiar</translation>
    </message>
    <message>
        <source>Save…</source>
        <translation>Guardar…</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Cerrar</translation>
    </message>
    <message>
        <source>File</source>
        <translation>Archivo</translation>
    </message>
    <message>
        <source>Why</source>
        <translation>Motivo</translation>
    </message>
    <message>
        <source>Imported files</source>
        <translation>Archivos importados</translation>
    </message>
    <message>
        <source>… and {count} more, which are in the text that is copied or saved</source>
        <translation>… y {count} más, que constan en el texto que se copia o se guarda</translation>
    </message>
    <message>
        <source>Save the report</source>
        <translation>Guardar el informe</translation>
    </message>
</context>
<context>
    <name>Reports</name>
    <message>
        <source>Saved as “{path}”.</source>
        <translation>Guardada como «{path}».</translation>
    </message>
    <message>
        <source>The library no longer has this name: look for it again.</source>
        <translation>La biblioteca ya no tiene este nombre: búscalo de nuevo.</translation>
    </message>
    <message>
        <source>Another window had changed this note: both texts are kept, one below the other.</source>
        <translation>Otra ventana había cambiado esta nota: se conservan los dos textos, uno debajo del otro.</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>Deshacer</translation>
    </message>
    <message>
        <source>Show in folder</source>
        <translation>Mostrar en la carpeta</translation>
    </message>
    <message>
        <source>The search for names stopped unexpectedly and was started again.</source>
        <translation>La búsqueda de nombres se detuvo de forma inesperada y se ha vuelto a iniciar.</translation>
    </message>
</context>
<context>
    <name>Rescue</name>
    <message>
        <source>What could not be saved the last time is in “{path}”.</source>
        <translation>Lo que no se pudo guardar la última vez está en «{path}».</translation>
    </message>
</context>
<context>
    <name>ReviewDesk</name>
    <message>
        <source>place the annotation</source>
        <translation>colocar la anotación</translation>
    </message>
    <message>
        <source>“{quote}” has its place again.</source>
        <translation>«{quote}» vuelve a tener su lugar.</translation>
    </message>
    <message>
        <source>leave the annotation without a place</source>
        <translation>dejar la anotación sin lugar</translation>
    </message>
    <message>
        <source>“{quote}” is kept without a place.</source>
        <translation>«{quote}» se conserva sin lugar.</translation>
    </message>
    <message>
        <source>The annotation was deleted.</source>
        <translation>Se ha eliminado la anotación.</translation>
    </message>
</context>
<context>
    <name>ReviewLine</name>
    <message numerus="yes">
        <source>%n to review</source>
        <translation>
            <numerusform>%n por revisar</numerusform>
            <numerusform>%n por revisar</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n without a place</source>
        <translation>
            <numerusform>%n sin lugar</numerusform>
            <numerusform>%n sin lugar</numerusform>
        </translation>
    </message>
    <message>
        <source>Review</source>
        <translation>Revisar</translation>
    </message>
    <message>
        <source>Review annotations that lost their place</source>
        <translation>Revisar las anotaciones que perdieron su lugar</translation>
    </message>
</context>
<context>
    <name>ReviewPage</name>
    <message>
        <source>As you marked it</source>
        <translation>Como lo marcaste</translation>
    </message>
    <message>
        <source>None of these</source>
        <translation>Ninguno de estos</translation>
    </message>
    <message>
        <source>Place it by hand…</source>
        <translation>Colocar a mano…</translation>
    </message>
    <message>
        <source>Delete the annotation</source>
        <translation>Eliminar la anotación</translation>
    </message>
    <message>
        <source>Previous annotation to review</source>
        <translation>Anotación anterior por revisar</translation>
    </message>
    <message>
        <source>Next annotation to review</source>
        <translation>Anotación siguiente por revisar</translation>
    </message>
    <message>
        <source>Nothing to review</source>
        <translation>Nada que revisar</translation>
    </message>
    <message>
        <source>Every annotation has its place in today&apos;s text.</source>
        <translation>Cada anotación tiene su lugar en el texto actual.</translation>
    </message>
    <message>
        <source>Review {number} of {total}</source>
        <translation>Revisar {number} de {total}</translation>
    </message>
    <message>
        <source>In today&apos;s text</source>
        <translation>En el texto actual</translation>
    </message>
    <message>
        <source>Nothing like it stands in today&apos;s text. The annotation is kept as it was, and you can give it a place by hand.</source>
        <translation>En el texto actual no hay nada parecido. La anotación se conserva como estaba, y puedes darle un lugar a mano.</translation>
    </message>
    <message>
        <source>The article&apos;s text has changed, and the passage can&apos;t be found again for sure. Words that went are struck through, words that came are underlined.</source>
        <translation>El texto del artículo ha cambiado y el pasaje no se encuentra con seguridad. Las palabras que faltan están tachadas; las nuevas, subrayadas.</translation>
    </message>
    <message>
        <source>The article&apos;s text has changed, and the passage is gone from it.</source>
        <translation>El texto del artículo ha cambiado y el pasaje ya no está.</translation>
    </message>
</context>
<context>
    <name>SaidDesk</name>
    <message>
        <source>take back a correction</source>
        <translation>deshacer una corrección</translation>
    </message>
    <message>
        <source>do a correction again</source>
        <translation>rehacer una corrección</translation>
    </message>
</context>
<context>
    <name>SaidPage</name>
    <message>
        <source>No correction matches the filter.</source>
        <translation>Ninguna corrección coincide con el filtro.</translation>
    </message>
    <message>
        <source>Nothing was taken back.</source>
        <translation>No se ha deshecho nada.</translation>
    </message>
    <message>
        <source>What you correct in articles and on cards is listed here, and can be taken back.</source>
        <translation>Aquí aparece lo que corriges en los artículos y en las fichas, y se puede deshacer.</translation>
    </message>
    <message>
        <source>Do again</source>
        <translation>Rehacer</translation>
    </message>
    <message>
        <source>Take back</source>
        <translation>Deshacer</translation>
    </message>
    <message>
        <source>Show in the article</source>
        <translation>Ver en el artículo</translation>
    </message>
    <message>
        <source>Show the entity</source>
        <translation>Ver la entidad</translation>
    </message>
    <message>
        <source>Corrections</source>
        <translation>Correcciones</translation>
    </message>
    <message>
        <source>Filter by name</source>
        <translation>Filtrar por nombre</translation>
    </message>
    <message>
        <source>Holding</source>
        <translation>Vigentes</translation>
    </message>
    <message>
        <source>Taken back</source>
        <translation>Deshechas</translation>
    </message>
    <message>
        <source>In this article only</source>
        <translation>Solo en este artículo</translation>
    </message>
    <message>
        <source>List those of all names again</source>
        <translation>Volver a las de todos los nombres</translation>
    </message>
    <message>
        <source>Which corrections</source>
        <translation>Qué correcciones</translation>
    </message>
    <message>
        <source>How far they reach</source>
        <translation>Su alcance</translation>
    </message>
    <message>
        <source>All corrections</source>
        <translation>Todas</translation>
    </message>
    <message>
        <source>However far</source>
        <translation>Todo alcance</translation>
    </message>
    <message>
        <source>List the exceptions</source>
        <translation>Ver las excepciones</translation>
    </message>
    <message>
        <source>Correct it there, too</source>
        <translation>Corregirlo también allí</translation>
    </message>
</context>
<context>
    <name>SearchPage</name>
    <message>
        <source>Search</source>
        <translation>Búsqueda</translation>
    </message>
    <message>
        <source>Search articles, notes, annotations and names</source>
        <translation>Buscar en artículos, notas, anotaciones y nombres</translation>
    </message>
    <message>
        <source>What was found</source>
        <translation>Resultados</translation>
    </message>
    <message>
        <source>Nothing was found for “{text}”. Try fewer words, or only their beginning.</source>
        <translation>No se ha encontrado nada para «{text}». Prueba con menos palabras o solo con su comienzo.</translation>
    </message>
    <message>
        <source>All words have to be there. Words in quotes are looked for as a phrase.</source>
        <translation>Se buscan todas las palabras. Entre comillas, la frase exacta.</translation>
    </message>
</context>
<context>
    <name>SelectionBar</name>
    <message>
        <source>Annotate the selection</source>
        <translation>Anotar la selección</translation>
    </message>
    <message>
        <source>Annotate and comment</source>
        <translation>Anotar y comentar</translation>
    </message>
    <message>
        <source>Quote in the note</source>
        <translation>Citar en la nota</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>Copiar</translation>
    </message>
    <message>
        <source>Mark as: {0}</source>
        <translation>Marcar como: {0}</translation>
    </message>
</context>
<context>
    <name>SeveralBar</name>
    <message numerus="yes">
        <source>%n chosen</source>
        <translation>
            <numerusform>%n elegida</numerusform>
            <numerusform>%n elegidas</numerusform>
        </translation>
    </message>
    <message>
        <source>Add a tag to all chosen</source>
        <translation>Añadir una etiqueta a todas las elegidas</translation>
    </message>
    <message>
        <source>Copy all chosen as Markdown</source>
        <translation>Copiar todas las elegidas como Markdown</translation>
    </message>
    <message>
        <source>Delete all chosen</source>
        <translation>Eliminar todas las elegidas</translation>
    </message>
</context>
<context>
    <name>ShelfView</name>
    <message>
        <source>Rename</source>
        <translation>Cambiar el nombre</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>Eliminar</translation>
    </message>
    <message>
        <source>Empty the trash…</source>
        <translation>Vaciar la papelera…</translation>
    </message>
    <message>
        <source>New collection</source>
        <translation>Nueva colección</translation>
    </message>
    <message>
        <source>New tag</source>
        <translation>Nueva etiqueta</translation>
    </message>
</context>
<context>
    <name>ShortcutSheet</name>
    <message>
        <source>In lists and notes</source>
        <translation>En listas y notas</translation>
    </message>
    <message>
        <source>Open the row</source>
        <translation>Abrir la fila</translation>
    </message>
    <message>
        <source>What can be done with the row</source>
        <translation>Lo que se puede hacer con la fila</translation>
    </message>
    <message>
        <source>Rename</source>
        <translation>Cambiar el nombre</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>Quitar</translation>
    </message>
    <message>
        <source>Bold, italics in a note</source>
        <translation>Negrita y cursiva en una nota</translation>
    </message>
    <message>
        <source>Link to a name or an article in a note</source>
        <translation>Enlazar un nombre o un artículo en una nota</translation>
    </message>
    <message>
        <source>Follow the link in a note</source>
        <translation>Seguir el enlace de una nota</translation>
    </message>
    <message>
        <source>Leave a field, close a form</source>
        <translation>Salir de un campo, cerrar un formulario</translation>
    </message>
    <message>
        <source>Keyboard shortcuts</source>
        <translation>Atajos de teclado</translation>
    </message>
    <message>
        <source>Search by words or keys</source>
        <translation>Busca por palabras o teclas</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>Copiar</translation>
    </message>
    <message>
        <source>Print…</source>
        <translation>Imprimir…</translation>
    </message>
    <message>
        <source>Change…</source>
        <translation>Cambiar…</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Cerrar</translation>
    </message>
    <message>
        <source>No command or key is called that.</source>
        <translation>Ningún comando ni tecla se llama así.</translation>
    </message>
</context>
<context>
    <name>ShortcutsPage</name>
    <message>
        <source>Keyboard</source>
        <translation>Teclado</translation>
    </message>
    <message>
        <source>Choose a command and press its new keys. A single letter stays a letter while you type in a field.</source>
        <translation>Elige un comando y pulsa sus nuevas teclas. Una letra suelta sigue siendo una letra mientras escribes en un campo.</translation>
    </message>
    <message>
        <source>Command</source>
        <translation>Comando</translation>
    </message>
    <message>
        <source>Keys</source>
        <translation>Teclas</translation>
    </message>
    <message>
        <source>Commands and their keys</source>
        <translation>Los comandos y sus teclas</translation>
    </message>
    <message>
        <source>New keys</source>
        <translation>Teclas nuevas</translation>
    </message>
    <message>
        <source>Add:</source>
        <translation>Añadir:</translation>
    </message>
    <message>
        <source>Usual keys</source>
        <translation>Teclas habituales</translation>
    </message>
    <message>
        <source>All back to the usual keys</source>
        <translation>Volver a todas las teclas habituales</translation>
    </message>
    <message>
        <source>Take them away there</source>
        <translation>Quitárselas</translation>
    </message>
    <message>
        <source>Leave them there</source>
        <translation>Dejárselas</translation>
    </message>
    <message>
        <source>shortcuts hotkeys keys key combination</source>
        <translation>atajos accesos directos teclas combinación de teclas</translation>
    </message>
    <message>
        <source>Take {keys} away</source>
        <translation>Quitar {keys}</translation>
    </message>
    <message>
        <source>Also: {others}.</source>
        <translation>También: {others}.</translation>
    </message>
    <message>
        <source>Press the keys</source>
        <translation>Pulsa las teclas</translation>
    </message>
    <message>
        <source>{keys} is needed for typing and reading; add Ctrl or Alt to it.</source>
        <translation>{keys} hace falta para escribir y leer: añádele Ctrl o Alt.</translation>
    </message>
</context>
<context>
    <name>SidePanel</name>
    <message>
        <source>Entities</source>
        <translation>Entidades</translation>
    </message>
    <message>
        <source>Outline</source>
        <translation>Índice</translation>
    </message>
    <message>
        <source>Annotations</source>
        <translation>Anotaciones</translation>
    </message>
</context>
<context>
    <name>StackBadge</name>
    <message numerus="yes">
        <source>%n mark(s) lie here: choose one</source>
        <translation>
            <numerusform>Aquí hay %n marca: elígela</numerusform>
            <numerusform>Aquí hay %n marcas: elige una</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>StartPage</name>
    <message>
        <source>Open an article</source>
        <translation>Abre un artículo</translation>
    </message>
    <message>
        <source>Its people, countries, places and organizations light up, and what you note on them stays with you, on this computer.
Drop a file here, or open one.</source>
        <translation>Sus personas, países, lugares y organizaciones se resaltan, y lo que anotes sobre ellos se queda contigo, en este ordenador.
Suelta aquí un archivo o abre uno.</translation>
    </message>
    <message>
        <source>Open a file…</source>
        <translation>Abrir un archivo…</translation>
    </message>
    <message>
        <source>Read the sample articles</source>
        <translation>Leer los artículos de muestra</translation>
    </message>
</context>
<context>
    <name>StatusLine</name>
    <message>
        <source>Progress of recognition</source>
        <translation>Progreso del reconocimiento</translation>
    </message>
    <message>
        <source>Model: {name}</source>
        <translation>Modelo: {name}</translation>
    </message>
    <message>
        <source>All saved</source>
        <translation>Todo guardado</translation>
    </message>
    <message>
        <source>Saving…</source>
        <translation>Guardando…</translation>
    </message>
    <message>
        <source>Not everything is saved</source>
        <translation>No todo está guardado</translation>
    </message>
    <message>
        <source>Article in {language} · read with {model}</source>
        <translation>Artículo en {language} · leído con {model}</translation>
    </message>
    <message numerus="yes">
        <source>%Ln word(s)</source>
        <translation>
            <numerusform>%Ln palabra</numerusform>
            <numerusform>%Ln palabras</numerusform>
        </translation>
    </message>
    <message>
        <source>{percent} %</source>
        <translation>{percent} %</translation>
    </message>
    <message>
        <source>{time} left</source>
        <translation>quedan {time}</translation>
    </message>
    <message numerus="yes">
        <source>%Ln name(s)</source>
        <translation>
            <numerusform>%Ln nombre</numerusform>
            <numerusform>%Ln nombres</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln annotation(s)</source>
        <translation>
            <numerusform>%Ln anotación</numerusform>
            <numerusform>%Ln anotaciones</numerusform>
        </translation>
    </message>
    <message>
        <source>Reading “{name}”…</source>
        <translation>Leyendo «{name}»…</translation>
    </message>
    <message>
        <source>Finding names…</source>
        <translation>Buscando nombres…</translation>
    </message>
</context>
<context>
    <name>TabStrip</name>
    <message>
        <source>Open tabs</source>
        <translation>Pestañas abiertas</translation>
    </message>
    <message>
        <source>List all tabs</source>
        <translation>Lista de todas las pestañas</translation>
    </message>
    <message>
        <source>Untitled</source>
        <translation>Sin título</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Cerrar</translation>
    </message>
    <message>
        <source>Close the others</source>
        <translation>Cerrar las demás</translation>
    </message>
</context>
<context>
    <name>TagChip</name>
    <message>
        <source>Tag; Delete takes it away</source>
        <translation>Etiqueta; Supr la quita</translation>
    </message>
</context>
<context>
    <name>TagEdit</name>
    <message>
        <source>Add a tag</source>
        <translation>Añadir una etiqueta</translation>
    </message>
    <message>
        <source>Add a tag…</source>
        <translation>Añadir etiqueta…</translation>
    </message>
</context>
<context>
    <name>TaskBar</name>
    <message>
        <source>Progress of the installation</source>
        <translation>Progreso de la instalación</translation>
    </message>
    <message>
        <source>{done} of {total} · {share} %</source>
        <translation>{done} de {total} · {share} %</translation>
    </message>
</context>
<context>
    <name>TemplatePane</name>
    <message>
        <source>Preview</source>
        <translation>Vista previa</translation>
    </message>
    <message>
        <source>Template</source>
        <translation>Plantilla</translation>
    </message>
    <message>
        <source>Save the template…</source>
        <translation>Guardar la plantilla…</translation>
    </message>
</context>
<context>
    <name>Toolbar</name>
    <message>
        <source>Toolbar</source>
        <translation>Barra de herramientas</translation>
    </message>
</context>
<context>
    <name>TrashNotice</name>
    <message>
        <source>This article is in the trash.</source>
        <translation>Este artículo está en la papelera.</translation>
    </message>
    <message>
        <source>Restore</source>
        <translation>Recuperar</translation>
    </message>
</context>
<context>
    <name>UndoOrder</name>
    <message>
        <source>&amp;Undo: {what}</source>
        <translation>&amp;Deshacer: {what}</translation>
    </message>
    <message>
        <source>&amp;Undo</source>
        <translation>&amp;Deshacer</translation>
    </message>
    <message>
        <source>&amp;Redo: {what}</source>
        <translation>&amp;Rehacer: {what}</translation>
    </message>
    <message>
        <source>&amp;Redo</source>
        <translation>&amp;Rehacer</translation>
    </message>
</context>
<context>
    <name>VersionsDialog</name>
    <message>
        <source>Versions</source>
        <translation>Versiones</translation>
    </message>
    <message>
        <source>The version, with what differs from now</source>
        <translation>La versión, con lo que difiere de ahora</translation>
    </message>
    <message>
        <source>Date unknown</source>
        <translation>Fecha desconocida</translation>
    </message>
    <message>
        <source>only in today&apos;s</source>
        <translation>solo en la actual</translation>
    </message>
    <message>
        <source>Restore this version</source>
        <translation>Restaurar esta versión</translation>
    </message>
    <message>
        <source>only in this version</source>
        <translation>solo en esta versión</translation>
    </message>
</context>
<context>
    <name>Vocabulary</name>
    <message>
        <source>{colour} is called “{name}” now.</source>
        <translation>{colour} se llama ahora «{name}».</translation>
    </message>
    <message>
        <source>{colour} has no other name now.</source>
        <translation>{colour} ya no tiene otro nombre.</translation>
    </message>
    <message>
        <source>name a colour</source>
        <translation>poner nombre a un color</translation>
    </message>
</context>
<context>
    <name>WaitingStrip</name>
    <message>
        <source>Stop</source>
        <translation>Parar</translation>
    </message>
</context>
<context>
    <name>WikidataEdit</name>
    <message>
        <source>Wikidata id</source>
        <translation>Identificador de Wikidata</translation>
    </message>
    <message>
        <source>Q… or the page&apos;s address</source>
        <translation>Q… o la dirección de su página</translation>
    </message>
    <message>
        <source>Open the page in the browser</source>
        <translation>Abrir la página en el navegador</translation>
    </message>
    <message>
        <source>Open the Wikidata page in the browser</source>
        <translation>Abrir la página de Wikidata en el navegador</translation>
    </message>
    <message>
        <source>“{0}” is no Wikidata id and was not saved: type Q and its number, or paste the address of its page.</source>
        <translation>«{0}» no es un identificador de Wikidata y no se ha guardado: escribe Q y su número o pega la dirección de su página.</translation>
    </message>
</context>
<context>
    <name>WorkDesk</name>
    <message>
        <source>Import annotations or a library</source>
        <translation>Importar anotaciones o una biblioteca</translation>
    </message>
    <message>
        <source>import of annotations</source>
        <translation>importación de anotaciones</translation>
    </message>
    <message>
        <source>Take everything in “{name}” into your library?</source>
        <translation>¿Incorporar a tu biblioteca todo lo que hay en «{name}»?</translation>
    </message>
    <message>
        <source>What you have stays; of two versions of a note or an annotation the newer one is shown, and the older one is kept. A backup is made first: one click in the report puts your library back as it was.</source>
        <translation>Lo que tienes se queda; de dos versiones de una nota o una anotación se muestra la más reciente y se conserva la anterior. Antes se hace una copia de seguridad: un clic en el informe deja tu biblioteca como estaba.</translation>
    </message>
    <message>
        <source>Import</source>
        <translation>Importar</translation>
    </message>
    <message>
        <source>Report</source>
        <translation>Informe</translation>
    </message>
</context>
<context>
    <name>WorkDialog</name>
    <message>
        <source>Import report</source>
        <translation>Informe de la importación</translation>
    </message>
    <message>
        <source>What became of it</source>
        <translation>Qué ha sido de ello</translation>
    </message>
    <message>
        <source>Put back as it was</source>
        <translation>Dejarla como estaba</translation>
    </message>
    <message>
        <source>The library is again what it was before this import</source>
        <translation>La biblioteca vuelve a ser la de antes de esta importación</translation>
    </message>
    <message>
        <source>Merge</source>
        <translation>Unir</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>Copiar</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Cerrar</translation>
    </message>
    <message>
        <source>… and more, which are in the copied text</source>
        <translation>… y más, que están en el texto copiado</translation>
    </message>
</context>
<context>
    <name>WorldMap</name>
    <message>
        <source>Map: {0}</source>
        <translation>Mapa: {0}</translation>
    </message>
</context>
<context>
    <name>_Counts</name>
    <message numerus="yes">
        <source>%n mention(s)</source>
        <translation>
            <numerusform>%n mención</numerusform>
            <numerusform>%n menciones</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n demonym(s)</source>
        <translation>
            <numerusform>%n gentilicio</numerusform>
            <numerusform>%n gentilicios</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>in %Ln article(s) of the library</source>
        <translation>
            <numerusform>en %Ln artículo de la biblioteca</numerusform>
            <numerusform>en %Ln artículos de la biblioteca</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>The %Ln selected article(s)</source>
        <translation>
            <numerusform>El artículo seleccionado</numerusform>
            <numerusform>Los %Ln artículos seleccionados</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln article(s)</source>
        <translation>
            <numerusform>%Ln artículo</numerusform>
            <numerusform>%Ln artículos</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln name(s)</source>
        <translation>
            <numerusform>%Ln nombre</numerusform>
            <numerusform>%Ln nombres</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln annotation(s)</source>
        <translation>
            <numerusform>%Ln anotación</numerusform>
            <numerusform>%Ln anotaciones</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln file(s) written.</source>
        <translation>
            <numerusform>%Ln archivo escrito.</numerusform>
            <numerusform>%Ln archivos escritos.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln unchanged.</source>
        <translation>
            <numerusform>%Ln sin cambios.</numerusform>
            <numerusform>%Ln sin cambios.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln earlier page(s) not in this export stay(s).</source>
        <translation>
            <numerusform>Se conserva %Ln página anterior que no está en esta exportación.</numerusform>
            <numerusform>Se conservan %Ln páginas anteriores que no están en esta exportación.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>_ShelfDelegate</name>
    <message>
        <source>Name</source>
        <translation>Nombre</translation>
    </message>
</context>
<context>
    <name>_Words</name>
    <message numerus="yes">
        <source>%Ln annotation(s)</source>
        <translation>
            <numerusform>%Ln anotación</numerusform>
            <numerusform>%Ln anotaciones</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln note(s)</source>
        <translation>
            <numerusform>%Ln nota</numerusform>
            <numerusform>%Ln notas</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Also in %Ln outlet(s)</source>
        <translation>
            <numerusform>También en %Ln medio</numerusform>
            <numerusform>También en %Ln medios</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln article(s)</source>
        <translation>
            <numerusform>%Ln artículo</numerusform>
            <numerusform>%Ln artículos</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln selected</source>
        <translation>
            <numerusform>%Ln seleccionado</numerusform>
            <numerusform>%Ln seleccionados</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln word(s)</source>
        <translation>
            <numerusform>%Ln palabra</numerusform>
            <numerusform>%Ln palabras</numerusform>
        </translation>
    </message>
    <message>
        <source>added {date}</source>
        <translation>añadido {date}</translation>
    </message>
    <message>
        <source>deleted {date}</source>
        <translation>eliminado {date}</translation>
    </message>
    <message>
        <source>{percent} % read</source>
        <translation>{percent} % leído</translation>
    </message>
    <message>
        <source>unread</source>
        <translation>no leído</translation>
    </message>
    <message>
        <source>today</source>
        <translation>hoy</translation>
    </message>
    <message>
        <source>yesterday</source>
        <translation>ayer</translation>
    </message>
    <message numerus="yes">
        <source>%n mark(s) here</source>
        <translation>
            <numerusform>%n marca aquí</numerusform>
            <numerusform>%n marcas aquí</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>actions</name>
    <message>
        <source>&amp;Open…</source>
        <translation>&amp;Abrir…</translation>
    </message>
    <message>
        <source>&amp;Import a folder…</source>
        <translation>&amp;Importar una carpeta…</translation>
    </message>
    <message>
        <source>Import annotations or a li&amp;brary…</source>
        <translation>Importar anotaciones o una &amp;biblioteca…</translation>
    </message>
    <message>
        <source>Open an a&amp;ddress…</source>
        <translation>Abrir una &amp;dirección…</translation>
    </message>
    <message>
        <source>Paste an ar&amp;ticle</source>
        <translation>Pe&amp;gar un artículo</translation>
    </message>
    <message>
        <source>Open the &amp;sample article</source>
        <translation>Abrir el artículo de &amp;ejemplo</translation>
    </message>
    <message>
        <source>&amp;Filter articles</source>
        <translation>&amp;Filtrar artículos</translation>
    </message>
    <message>
        <source>Collections and &amp;tags…</source>
        <translation>Colecciones y e&amp;tiquetas…</translation>
    </message>
    <message>
        <source>&amp;Details of the article…</source>
        <translation>Da&amp;tos del artículo…</translation>
    </message>
    <message>
        <source>Move the article to the tras&amp;h</source>
        <translation>Mover el artículo a la &amp;papelera</translation>
    </message>
    <message>
        <source>Command &amp;palette…</source>
        <translation>&amp;Paleta de comandos…</translation>
    </message>
    <message>
        <source>&amp;Search the library</source>
        <translation>&amp;Buscar en la biblioteca</translation>
    </message>
    <message>
        <source>&amp;Export…</source>
        <translation>&amp;Exportar…</translation>
    </message>
    <message>
        <source>&amp;Print…</source>
        <translation>Im&amp;primir…</translation>
    </message>
    <message>
        <source>Sa&amp;ve as PDF…</source>
        <translation>Guardar como PD&amp;F…</translation>
    </message>
    <message>
        <source>Bac&amp;kups…</source>
        <translation>Copias de se&amp;guridad…</translation>
    </message>
    <message>
        <source>&amp;Quit</source>
        <translation>&amp;Salir</translation>
    </message>
    <message>
        <source>Copy the name&apos;s dossie&amp;r</source>
        <translation>Copiar la ficha del nomb&amp;re</translation>
    </message>
    <message>
        <source>&amp;Copy</source>
        <translation>&amp;Copiar</translation>
    </message>
    <message>
        <source>&amp;Delete the annotation</source>
        <translation>&amp;Eliminar la anotación</translation>
    </message>
    <message>
        <source>Annotate and co&amp;mment</source>
        <translation>Anotar y co&amp;mentar</translation>
    </message>
    <message>
        <source>&amp;Confirm</source>
        <translation>&amp;Confirmar</translation>
    </message>
    <message>
        <source>&amp;Not a name</source>
        <translation>&amp;No es un nombre</translation>
    </message>
    <message>
        <source>Mark, or change the &amp;kind…</source>
        <translation>Marcar o cambiar el &amp;tipo…</translation>
    </message>
    <message>
        <source>&amp;Means someone or something else…</source>
        <translation>&amp;Se refiere a otra entidad…</translation>
    </message>
    <message>
        <source>Mer&amp;ge with…</source>
        <translation>&amp;Unir con…</translation>
    </message>
    <message>
        <source>&amp;Rename…</source>
        <translation>Cambiar el nom&amp;bre…</translation>
    </message>
    <message>
        <source>One word more &amp;before it</source>
        <translation>Una palabra más por &amp;delante</translation>
    </message>
    <message>
        <source>One word more &amp;after it</source>
        <translation>Una palabra más por d&amp;etrás</translation>
    </message>
    <message>
        <source>Without its &amp;first word</source>
        <translation>Sin su &amp;primera palabra</translation>
    </message>
    <message>
        <source>Without its &amp;last word</source>
        <translation>Sin su ú&amp;ltima palabra</translation>
    </message>
    <message>
        <source>Confirm all that are &amp;visible</source>
        <translation>Confirmar todo lo &amp;visible</translation>
    </message>
    <message>
        <source>Confirm all of its men&amp;tions here</source>
        <translation>Confirmar todas sus &amp;menciones aquí</translation>
    </message>
    <message>
        <source>The last correction every&amp;where</source>
        <translation>La última corrección, en t&amp;odas partes</translation>
    </message>
    <message>
        <source>The last correction only &amp;here</source>
        <translation>La última corrección, solo &amp;aquí</translation>
    </message>
    <message>
        <source>&amp;New entity…</source>
        <translation>&amp;Nueva entidad…</translation>
    </message>
    <message>
        <source>&amp;List of corrections</source>
        <translation>&amp;Lista de correcciones</translation>
    </message>
    <message>
        <source>&amp;Select the sentence</source>
        <translation>&amp;Seleccionar la frase</translation>
    </message>
    <message>
        <source>&amp;Text cursor</source>
        <translation>Cursor de &amp;texto</translation>
    </message>
    <message>
        <source>&amp;Quote in the note</source>
        <translation>&amp;Citar en la nota</translation>
    </message>
    <message>
        <source>Pre&amp;ferences…</source>
        <translation>Pre&amp;ferencias…</translation>
    </message>
    <message>
        <source>&amp;Back</source>
        <translation>&amp;Atrás</translation>
    </message>
    <message>
        <source>&amp;Forward</source>
        <translation>A&amp;delante</translation>
    </message>
    <message>
        <source>Ne&amp;xt tab</source>
        <translation>Pestaña siguien&amp;te</translation>
    </message>
    <message>
        <source>Pre&amp;vious tab</source>
        <translation>Pestaña &amp;anterior</translation>
    </message>
    <message>
        <source>&amp;Close the tab</source>
        <translation>&amp;Cerrar la pestaña</translation>
    </message>
    <message>
        <source>&amp;Reopen the closed tab</source>
        <translation>&amp;Reabrir la pestaña cerrada</translation>
    </message>
    <message>
        <source>&amp;Next mention</source>
        <translation>Mención &amp;siguiente</translation>
    </message>
    <message>
        <source>&amp;Previous mention</source>
        <translation>Mención &amp;anterior</translation>
    </message>
    <message>
        <source>Next mention of this &amp;entity</source>
        <translation>Mención siguiente de esta &amp;entidad</translation>
    </message>
    <message>
        <source>Previous mention of this en&amp;tity</source>
        <translation>Mención anterior de esta en&amp;tidad</translation>
    </message>
    <message>
        <source>&amp;In short: who or what it is</source>
        <translation>En pocas palabras: &amp;quién o qué es</translation>
    </message>
    <message>
        <source>&amp;Write a note on the entity</source>
        <translation>&amp;Escribir una nota sobre la entidad</translation>
    </message>
    <message>
        <source>The entity&apos;s pa&amp;ge</source>
        <translation>Fi&amp;cha completa del nombre</translation>
    </message>
    <message>
        <source>Net&amp;work of names</source>
        <translation>&amp;Red de nombres</translation>
    </message>
    <message>
        <source>A&amp;ll annotations</source>
        <translation>To&amp;das las anotaciones</translation>
    </message>
    <message>
        <source>Next &amp;annotation</source>
        <translation>&amp;Anotación siguiente</translation>
    </message>
    <message>
        <source>Previous ann&amp;otation</source>
        <translation>An&amp;otación anterior</translation>
    </message>
    <message>
        <source>C&amp;hoose a mark here…</source>
        <translation>&amp;Elegir una marca de aquí…</translation>
    </message>
    <message>
        <source>F&amp;ind in the article…</source>
        <translation>&amp;Buscar en el artículo…</translation>
    </message>
    <message>
        <source>Find ne&amp;xt</source>
        <translation>Buscar si&amp;guiente</translation>
    </message>
    <message>
        <source>Find pre&amp;vious</source>
        <translation>Buscar an&amp;terior</translation>
    </message>
    <message>
        <source>Next &amp;heading</source>
        <translation>Tít&amp;ulo siguiente</translation>
    </message>
    <message>
        <source>Previous hea&amp;ding</source>
        <translation>Títu&amp;lo anterior</translation>
    </message>
    <message>
        <source>Next pa&amp;ragraph</source>
        <translation>Pá&amp;rrafo siguiente</translation>
    </message>
    <message>
        <source>Previous paragrap&amp;h</source>
        <translation>Párra&amp;fo anterior</translation>
    </message>
    <message>
        <source>&amp;Library</source>
        <translation>&amp;Biblioteca</translation>
    </message>
    <message>
        <source>&amp;Side panel</source>
        <translation>&amp;Panel lateral</translation>
    </message>
    <message>
        <source>&amp;Overview beside the scroll bar</source>
        <translation>&amp;Vista general junto a la barra de desplazamiento</translation>
    </message>
    <message>
        <source>Out&amp;line</source>
        <translation>Índi&amp;ce</translation>
    </message>
    <message>
        <source>&amp;Focus on the text</source>
        <translation>&amp;Solo el texto</translation>
    </message>
    <message>
        <source>&amp;Dim other paragraphs while focused</source>
        <translation>&amp;Atenuar los demás párrafos con solo el texto</translation>
    </message>
    <message>
        <source>&amp;Larger text</source>
        <translation>Texto más &amp;grande</translation>
    </message>
    <message>
        <source>&amp;Smaller text</source>
        <translation>Texto más &amp;pequeño</translation>
    </message>
    <message>
        <source>&amp;Usual text size</source>
        <translation>&amp;Tamaño normal del texto</translation>
    </message>
    <message>
        <source>&amp;Full screen</source>
        <translation>Pantalla &amp;completa</translation>
    </message>
    <message>
        <source>&amp;Keyboard shortcuts</source>
        <translation>Atajos de &amp;teclado</translation>
    </message>
    <message>
        <source>&amp;About Reader</source>
        <translation>&amp;Acerca de Reader</translation>
    </message>
    <message>
        <source>&amp;File</source>
        <translation>&amp;Archivo</translation>
    </message>
    <message>
        <source>&amp;Edit</source>
        <translation>&amp;Edición</translation>
    </message>
    <message>
        <source>&amp;Correct</source>
        <translation>&amp;Corregir</translation>
    </message>
    <message>
        <source>&amp;View</source>
        <translation>&amp;Ver</translation>
    </message>
    <message>
        <source>&amp;Go</source>
        <translation>&amp;Ir</translation>
    </message>
    <message>
        <source>&amp;Help</source>
        <translation>A&amp;yuda</translation>
    </message>
    <message>
        <source>&amp;Annotate the selection</source>
        <translation>&amp;Anotar la selección</translation>
    </message>
</context>
<context>
    <name>bugs</name>
    <message>
        <source>Something unforeseen happened in Reader. What was saved is safe; close the program and start it again if it misbehaves.</source>
        <translation>Ha ocurrido algo imprevisto en Reader. Lo guardado está a salvo; si el programa se comporta mal, ciérralo y vuelve a iniciarlo.</translation>
    </message>
    <message>
        <source>Copy details</source>
        <translation>Copiar detalles</translation>
    </message>
</context>
<context>
    <name>colours</name>
    <message>
        <source>Yellow</source>
        <translation>Amarillo</translation>
    </message>
    <message>
        <source>Green</source>
        <translation>Verde</translation>
    </message>
    <message>
        <source>Blue</source>
        <translation>Azul</translation>
    </message>
    <message>
        <source>Pink</source>
        <translation>Rosa</translation>
    </message>
    <message>
        <source>Orange</source>
        <translation>Naranja</translation>
    </message>
    <message>
        <source>Purple</source>
        <translation>Morado</translation>
    </message>
</context>
<context>
    <name>compass</name>
    <message>
        <source>N</source>
        <translation>N</translation>
    </message>
    <message>
        <source>S</source>
        <translation>S</translation>
    </message>
    <message>
        <source>E</source>
        <translation>E</translation>
    </message>
    <message>
        <source>W</source>
        <translation>O</translation>
    </message>
</context>
<context>
    <name>correcting</name>
    <message>
        <source>may be meant</source>
        <translation>podría ser</translation>
    </message>
    <message>
        <source>also “{0}”</source>
        <translation>también «{0}»</translation>
    </message>
    <message>
        <source>“{1}” becomes another name of {0}; its mentions move there, and the two notes are joined, one below the other. It can be split again.</source>
        <translation>«{1}» pasa a ser otro nombre de {0}; sus menciones se le suman y las dos notas se juntan, una debajo de otra. Se pueden volver a separar.</translation>
    </message>
    <message>
        <source>“{1}” becomes another name of {0}; its mentions and its note move there. It can be split again.</source>
        <translation>«{1}» pasa a ser otro nombre de {0}, con sus menciones y su nota. Se pueden volver a separar.</translation>
    </message>
    <message>
        <source>“{1}” becomes another name of {0}, and its mentions move there. It can be split again.</source>
        <translation>«{1}» pasa a ser otro nombre de {0} y sus menciones se le suman. Se pueden volver a separar.</translation>
    </message>
    <message>
        <source>{0} is a person now, in every article.</source>
        <translation>{0} es ahora una persona en todos los artículos.</translation>
    </message>
    <message>
        <source>{0} is a country now, in every article.</source>
        <translation>{0} es ahora un país en todos los artículos.</translation>
    </message>
    <message>
        <source>{0} is a place now, in every article.</source>
        <translation>{0} es ahora un lugar en todos los artículos.</translation>
    </message>
    <message>
        <source>{0} is an organization now, in every article.</source>
        <translation>{0} es ahora una organización en todos los artículos.</translation>
    </message>
    <message>
        <source>{0} ({1}) was made.</source>
        <translation>Se ha creado {0} ({1}).</translation>
    </message>
    <message>
        <source>{0} was deleted, with its note.</source>
        <translation>Se ha eliminado {0}, con su nota.</translation>
    </message>
    <message>
        <source>here</source>
        <translation>aquí</translation>
    </message>
    <message>
        <source>in this article</source>
        <translation>en este artículo</translation>
    </message>
    <message>
        <source>everywhere</source>
        <translation>en todas partes</translation>
    </message>
    <message>
        <source>Only here</source>
        <translation>Solo aquí</translation>
    </message>
    <message>
        <source>In this article</source>
        <translation>En este artículo</translation>
    </message>
    <message>
        <source>Everywhere</source>
        <translation>En todas partes</translation>
    </message>
    <message>
        <source>“{0}” is no longer a name here.</source>
        <translation>«{0}» ya no es un nombre aquí.</translation>
    </message>
    <message>
        <source>“{0}” is no longer a name in this article.</source>
        <translation>«{0}» ya no es un nombre en este artículo.</translation>
    </message>
    <message>
        <source>“{0}” is no longer a name in any article.</source>
        <translation>«{0}» ya no es un nombre en ningún artículo.</translation>
    </message>
    <message>
        <source>“{0}” is a person {1} now.</source>
        <translation>«{0}» es ahora una persona {1}.</translation>
    </message>
    <message>
        <source>“{0}” is a country {1} now.</source>
        <translation>«{0}» es ahora un país {1}.</translation>
    </message>
    <message>
        <source>“{0}” is a place {1} now.</source>
        <translation>«{0}» es ahora un lugar {1}.</translation>
    </message>
    <message>
        <source>“{0}” is an organization {1} now.</source>
        <translation>«{0}» es ahora una organización {1}.</translation>
    </message>
    <message>
        <source>“{0}” is a demonym {1} now.</source>
        <translation>«{0}» es ahora un gentilicio {1}.</translation>
    </message>
    <message>
        <source>The name reads “{0}” {1} now.</source>
        <translation>El nombre es ahora «{0}» {1}.</translation>
    </message>
    <message>
        <source>“{0}” means {1} {2} now.</source>
        <translation>«{0}» se refiere ahora a {1} {2}.</translation>
    </message>
    <message>
        <source>“{0}” is confirmed {1}.</source>
        <translation>«{0}» queda confirmado {1}.</translation>
    </message>
    <message>
        <source>“{0}” is called “{1}” now.</source>
        <translation>«{0}» se llama ahora «{1}».</translation>
    </message>
    <message>
        <source>“{0}” is also called “{1}” now.</source>
        <translation>«{0}» se llama ahora también «{1}».</translation>
    </message>
    <message>
        <source>“{0}” is no longer called “{1}”.</source>
        <translation>«{0}» ya no se llama «{1}».</translation>
    </message>
    <message>
        <source>{1} and {0} are one now.</source>
        <translation>{1} y {0} son ahora una misma entidad.</translation>
    </message>
    <message>
        <source>{0} stands by itself again.</source>
        <translation>{0} vuelve a ser una entidad aparte.</translation>
    </message>
    <message>
        <source>“{0}” is a name again {1}.</source>
        <translation>«{0}» vuelve a ser un nombre {1}.</translation>
    </message>
    <message>
        <source>The correction was taken back.</source>
        <translation>La corrección se ha retirado.</translation>
    </message>
</context>
<context>
    <name>dialogs</name>
    <message>
        <source>Text files</source>
        <translation>Archivos de texto</translation>
    </message>
    <message>
        <source>Open articles</source>
        <translation>Abrir artículos</translation>
    </message>
    <message>
        <source>Saved web pages</source>
        <translation>Páginas web guardadas</translation>
    </message>
    <message>
        <source>Office documents</source>
        <translation>Documentos de Word y similares</translation>
    </message>
    <message>
        <source>E-books</source>
        <translation>Libros electrónicos</translation>
    </message>
    <message>
        <source>E-mails</source>
        <translation>Correos electrónicos</translation>
    </message>
    <message>
        <source>Everything that Reader opens</source>
        <translation>Todo lo que abre Reader</translation>
    </message>
    <message>
        <source>Choose a library</source>
        <translation>Elegir una biblioteca</translation>
    </message>
    <message>
        <source>Choose</source>
        <translation>Elegir</translation>
    </message>
    <message>
        <source>Install a model from its file</source>
        <translation>Instalar un modelo desde su archivo</translation>
    </message>
    <message>
        <source>spaCy pipelines</source>
        <translation>Modelos de spaCy</translation>
    </message>
    <message>
        <source>Choose a model&apos;s folder</source>
        <translation>Elegir la carpeta de un modelo</translation>
    </message>
    <message>
        <source>Not everything that you wrote could be saved. Try again once the library can be written, or copy the text and keep it elsewhere.</source>
        <translation>No se ha podido guardar todo lo que escribiste. Vuelve a intentarlo cuando se pueda escribir en la biblioteca, o copia el texto y guárdalo en otro sitio.</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Reintentar</translation>
    </message>
    <message>
        <source>Copy the text</source>
        <translation>Copiar el texto</translation>
    </message>
    <message>
        <source>Close without saving</source>
        <translation>Cerrar sin guardar</translation>
    </message>
</context>
<context>
    <name>errors</name>
    <message>
        <source>“{path}” is {size} MB, and Reader opens texts up to {limit} MB: split it into parts and open those.</source>
        <translation>«{path}» ocupa {size} MB y Reader abre textos de hasta {limit} MB: divídelo en partes y ábrelas.</translation>
    </message>
    <message>
        <source>“{path}” is empty: there is no text to read in it.</source>
        <translation>«{path}» está vacío: no hay texto que leer.</translation>
    </message>
    <message>
        <source>“{path}” could not be written ({reason}): choose another folder or name.</source>
        <translation>No se ha podido escribir «{path}» ({reason}): elige otra carpeta u otro nombre.</translation>
    </message>
    <message>
        <source>“{path}” is a folder: open the article&apos;s file inside it instead.</source>
        <translation>«{path}» es una carpeta: abre el archivo del artículo que esté dentro.</translation>
    </message>
    <message>
        <source>“{path}” is a device or a pipe, not a file with an article.</source>
        <translation>«{path}» es un dispositivo o una tubería, no un archivo con un artículo.</translation>
    </message>
    <message>
        <source>There is no file “{path}”: check the name, or whether it was moved or deleted.</source>
        <translation>No existe el archivo «{path}»: comprueba el nombre o si se ha movido o borrado.</translation>
    </message>
    <message>
        <source>You have no permission to read “{path}”: change its permissions, or copy it.</source>
        <translation>No tienes permiso para leer «{path}»: cambia sus permisos o cópialo.</translation>
    </message>
    <message>
        <source>“{path}” could not be read ({reason}): check the disk or the connection and try again.</source>
        <translation>No se ha podido leer «{path}» ({reason}): comprueba el disco o la conexión y vuelve a intentarlo.</translation>
    </message>
    <message>
        <source>“{path}” is an article or a library, which an export would destroy: choose another name.</source>
        <translation>«{path}» es un artículo o una biblioteca que la exportación destruiría: elige otro nombre.</translation>
    </message>
    <message>
        <source>“{name}” needs a file or folder: name one with --output.</source>
        <translation>«{name}» necesita un archivo o una carpeta: indícalo con --output.</translation>
    </message>
    <message>
        <source>There is no library “{path}” yet: open the article in the window first, or name another with --library.</source>
        <translation>Aún no existe la biblioteca «{path}»: abre antes el artículo en la ventana o indica otra con --library.</translation>
    </message>
    <message>
        <source>The library holds nothing on “{path}”: open it in the window first.</source>
        <translation>La biblioteca no tiene nada sobre «{path}»: ábrelo antes en la ventana.</translation>
    </message>
    <message>
        <source>The library knows no “{name}”: check how it is written.</source>
        <translation>La biblioteca no conoce «{name}»: comprueba cómo se escribe.</translation>
    </message>
    <message>
        <source>“{path}” holds only blank space: there is no text to read in it.</source>
        <translation>«{path}» solo contiene espacios en blanco: no hay texto que leer.</translation>
    </message>
    <message>
        <source>The encoding of “{path}” can&apos;t be told (neither UTF-8 nor Windows-1252): save it as UTF-8 text and open it again.</source>
        <translation>No se reconoce la codificación de «{path}» (ni UTF-8 ni Windows-1252): guárdalo como texto UTF-8 y vuelve a abrirlo.</translation>
    </message>
    <message>
        <source>“{path}” is not a text file: export its article as plain text (.txt) and open that.</source>
        <translation>«{path}» no es un archivo de texto: exporta su artículo como texto sin formato (.txt) y abre ese archivo.</translation>
    </message>
    <message>
        <source>“{path}” says that it is {encoding} but is damaged: get a fresh copy, or save it as UTF-8 text.</source>
        <translation>«{path}» dice ser {encoding} pero está dañado: consigue otra copia o guárdalo como texto UTF-8.</translation>
    </message>
    <message>
        <source>“{model}” is no recognition model: a spaCy pipeline&apos;s folder (with meta.json and config.cfg) or an installed package&apos;s name was expected. Choose another one in the settings.</source>
        <translation>«{model}» no es un modelo de reconocimiento: se esperaba la carpeta de un modelo de spaCy (con meta.json y config.cfg) o el nombre de un paquete instalado. Elige otro en los ajustes.</translation>
    </message>
    <message>
        <source>The folder “{model}” holds several recognition models: {names}. Choose one of these folders.</source>
        <translation>La carpeta «{model}» contiene varios modelos de reconocimiento: {names}. Elige una de esas carpetas.</translation>
    </message>
    <message>
        <source>The model “{model}” is for the language “{language}”: it reads the articles in that language by itself. Choose a Spanish one (“es”) in the settings for the others.</source>
        <translation>El modelo «{model}» es para el idioma «{language}»: lee por sí solo los artículos en ese idioma. Elige uno español («es») en los ajustes para los demás.</translation>
    </message>
    <message>
        <source>The model “{model}” finds no names: its parts are {parts}, and “ner” was expected among them. Choose another one in the settings.</source>
        <translation>El modelo «{model}» no encuentra nombres: sus partes son {parts} y se esperaba «ner» entre ellas. Elige otro en los ajustes.</translation>
    </message>
    <message>
        <source>The model “{model}” is made for spaCy {wanted}, but {installed} is installed. Choose a model for this version in the settings.</source>
        <translation>El modelo «{model}» es para spaCy {wanted}, pero está instalado {installed}. Elige en los ajustes un modelo para esta versión.</translation>
    </message>
    <message>
        <source>The model “{model}” in {folder} can&apos;t be loaded ({reason}). Install it again or choose another one in the settings.</source>
        <translation>No se puede cargar el modelo «{model}» de {folder} ({reason}). Vuelve a instalarlo o elige otro en los ajustes.</translation>
    </message>
    <message>
        <source>The note was not saved, because its entity is no longer in the library: copy the note&apos;s text, open the article again and paste it there.</source>
        <translation>La nota no se ha guardado porque su entidad ya no está en la biblioteca: copia el texto, abre de nuevo el artículo y pégalo allí.</translation>
    </message>
    <message>
        <source>The library “{path}” is damaged: put a backup in its place, or open another library.</source>
        <translation>La biblioteca «{path}» está dañada: pon una copia de seguridad en su lugar o abre otra biblioteca.</translation>
    </message>
    <message>
        <source>The library “{path}” can&apos;t be written: change the permissions of the file and its folder, or copy it elsewhere and open the copy.</source>
        <translation>No se puede escribir en la biblioteca «{path}»: cambia los permisos del archivo y de su carpeta, o cópialo en otro sitio y abre la copia.</translation>
    </message>
    <message>
        <source>The library “{path}” is in use by another program: close that one, then try again.</source>
        <translation>Otro programa está usando la biblioteca «{path}»: ciérralo y vuelve a intentarlo.</translation>
    </message>
    <message>
        <source>“{path}” is not a library of Reader: open another file, or give a new name to start an empty library.</source>
        <translation>«{path}» no es una biblioteca de Reader: abre otro archivo o da un nombre nuevo para empezar una biblioteca vacía.</translation>
    </message>
    <message>
        <source>There is no room for the library “{path}” on its disk: free some, then try again.</source>
        <translation>No queda sitio en el disco para la biblioteca «{path}»: libera espacio y vuelve a intentarlo.</translation>
    </message>
    <message>
        <source>The library “{path}” could not be read or written: check the disk or the connection, then try again.</source>
        <translation>No se ha podido leer o escribir la biblioteca «{path}»: comprueba el disco o la conexión y vuelve a intentarlo.</translation>
    </message>
    <message>
        <source>The text is too long for the library “{path}”: split it into parts.</source>
        <translation>El texto es demasiado largo para la biblioteca «{path}»: divídelo en partes.</translation>
    </message>
    <message>
        <source>“{path}” is a folder: give the name of a library file inside it.</source>
        <translation>«{path}» es una carpeta: indica el nombre de un archivo de biblioteca que esté dentro.</translation>
    </message>
    <message>
        <source>The library “{path}” was made by a newer version of Reader: update Reader to open it.</source>
        <translation>La biblioteca «{path}» se creó con una versión más nueva de Reader: actualiza Reader para abrirla.</translation>
    </message>
    <message>
        <source>There can&apos;t be a library at “{path}” ({reason}): choose another folder or name.</source>
        <translation>No puede haber una biblioteca en «{path}» ({reason}): elige otra carpeta u otro nombre.</translation>
    </message>
    <message>
        <source>Recognition stopped {times} times while reading this article ({reason}), so it may lack highlights. Open the article again to retry; your notes and annotations work as ever.</source>
        <translation>El reconocimiento se detuvo {times} veces al leer este artículo ({reason}), así que pueden faltarle resaltados. Vuelve a abrir el artículo para reintentarlo; tus notas y anotaciones funcionan como siempre.</translation>
    </message>
    <message>
        <source>The recognition process ended {times} times while starting ({reason}). Install the program again or choose another model in the settings.</source>
        <translation>El proceso de reconocimiento terminó {times} veces al arrancar ({reason}). Vuelve a instalar el programa o elige otro modelo en los ajustes.</translation>
    </message>
    <message>
        <source>Recognition met an error in the program ({reason}), so this article has no highlights. Please report it; your notes and annotations work as ever.</source>
        <translation>El reconocimiento dio con un error del programa ({reason}), así que este artículo no tiene resaltados. Comunícalo, por favor; tus notas y anotaciones funcionan como siempre.</translation>
    </message>
    <message>
        <source>The article is not in the library, so there is nothing to export: open it first.</source>
        <translation>El artículo no está en la biblioteca, así que no hay nada que exportar: ábrelo antes.</translation>
    </message>
    <message>
        <source>The library no longer has this name, so there is nothing to export: look for it again.</source>
        <translation>La biblioteca ya no tiene este nombre, así que no hay nada que exportar: búscalo de nuevo.</translation>
    </message>
    <message>
        <source>“{model}” is not installed yet, so nothing was changed. Install it first: reader model install {model}</source>
        <translation>«{model}» aún no está instalado, así que no se ha cambiado nada. Instálalo antes: reader model install {model}</translation>
    </message>
    <message>
        <source>Or download {url} on another computer, bring the file here and run: reader model install {file}</source>
        <translation>O descarga {url} en otro ordenador, trae el archivo y ejecuta: reader model install {file}</translation>
    </message>
    <message>
        <source>“{model}” can&apos;t be installed by this name: these can be: {names}. Another model is installed from its file (….whl).</source>
        <translation>«{model}» no se puede instalar por este nombre: se pueden instalar {names}. Otro modelo se instala desde su archivo (….whl).</translation>
    </message>
    <message>
        <source>Nothing was downloaded from “{url}”: it is not a secure address (https://…), so what comes from there could be anybody&apos;s. Report it if you didn&apos;t choose this address.</source>
        <translation>No se ha descargado nada de «{url}»: no es una dirección segura (https://…), así que lo que llegue de ahí podría ser de cualquiera. Comunícalo si no elegiste tú esta dirección.</translation>
    </message>
    <message>
        <source>“{model}” was not downloaded, because {host} can&apos;t be reached ({reason}). Connect to the internet and try again.</source>
        <translation>No se ha descargado «{model}» porque no hay conexión con {host} ({reason}). Conéctate a internet y vuelve a intentarlo.</translation>
    </message>
    <message>
        <source>“{model}” was not downloaded, because what answered as {host} can&apos;t prove that it is ({reason}). Check the computer&apos;s date and whether the network wants you to sign in.</source>
        <translation>No se ha descargado «{model}» porque lo que responde como {host} no puede demostrar que lo es ({reason}). Comprueba la fecha del ordenador y si la red te pide que inicies sesión.</translation>
    </message>
    <message>
        <source>“{model}” was not downloaded, because {host} answered “{status}”. Try again later.</source>
        <translation>No se ha descargado «{model}» porque {host} ha respondido «{status}». Inténtalo más tarde.</translation>
    </message>
    <message>
        <source>The download of “{model}” broke off after {done} of {total} MB ({reason}), so nothing was installed. Try again.</source>
        <translation>La descarga de «{model}» se cortó tras {done} de {total} MB ({reason}), así que no se ha instalado nada. Vuelve a intentarlo.</translation>
    </message>
    <message>
        <source>“{model}” was not installed: {host} sends more than the {limit} MB that its file can have. Try again; if it goes on, the network answers in the place of the publisher.</source>
        <translation>No se ha instalado «{model}»: {host} envía más de los {limit} MB que puede tener el archivo. Vuelve a intentarlo; si sigue pasando, la red está respondiendo en lugar del editor.</translation>
    </message>
    <message>
        <source>“{model}” was not installed: what {host} sent is not the published file (SHA-256 {found} instead of {wanted}). Try again; if it goes on, don&apos;t install it from there.</source>
        <translation>No se ha instalado «{model}»: lo que ha enviado {host} no es el archivo publicado (SHA-256 {found} en lugar de {wanted}). Vuelve a intentarlo; si sigue pasando, no lo instales desde ahí.</translation>
    </message>
    <message>
        <source>“{path}” was not installed: it calls itself {model}, but is not the file published under this name (SHA-256 {found} instead of {wanted}). Download it again from its publisher.</source>
        <translation>No se ha instalado «{path}»: dice ser {model}, pero no es el archivo publicado con ese nombre (SHA-256 {found} en lugar de {wanted}). Vuelve a descargarlo de su editor.</translation>
    </message>
    <message>
        <source>“{model}” was not installed: there is too little room on the disk of {folder}. Make room and try again.</source>
        <translation>No se ha instalado «{model}»: queda poco sitio en el disco de {folder}. Haz sitio y vuelve a intentarlo.</translation>
    </message>
    <message>
        <source>“{model}” was not installed: you have no permission to write in {folder}. Change its permissions and try again.</source>
        <translation>No se ha instalado «{model}»: no tienes permiso para escribir en {folder}. Cambia sus permisos y vuelve a intentarlo.</translation>
    </message>
    <message>
        <source>“{model}” was not installed: it could not be written in {folder} ({reason}). Check the disk and try again.</source>
        <translation>No se ha instalado «{model}»: no se ha podido escribir en {folder} ({reason}). Comprueba el disco y vuelve a intentarlo.</translation>
    </message>
    <message>
        <source>“{model}” was not removed: its folder {folder} could not be moved ({reason}). Check its permissions and try again.</source>
        <translation>No se ha quitado «{model}»: no se ha podido mover su carpeta, {folder} ({reason}). Comprueba los permisos y vuelve a intentarlo.</translation>
    </message>
    <message>
        <source>Installing “{model}” was called off; everything is as it was before.</source>
        <translation>Se ha cancelado la instalación de «{model}»; todo está como antes.</translation>
    </message>
    <message>
        <source>“{path}” can&apos;t be opened ({reason}): check the name and its permissions.</source>
        <translation>No se puede abrir «{path}» ({reason}): comprueba el nombre y sus permisos.</translation>
    </message>
    <message>
        <source>“{path}” is no model&apos;s file: a spaCy pipeline&apos;s wheel (NAME-VERSION-py3-none-any.whl) was expected. Check that it was downloaded whole, and is not the page that offers it.</source>
        <translation>«{path}» no es el archivo de un modelo: se esperaba un paquete de spaCy (NOMBRE-VERSIÓN-py3-none-any.whl). Comprueba que se descargó entero y que no es la página que lo ofrece.</translation>
    </message>
    <message>
        <source>“{path}” was not installed: the entry “{name}” in it leads elsewhere, is a link, clashes with another or is sealed, which no spaCy pipeline needs. Don&apos;t trust where it comes from.</source>
        <translation>No se ha instalado «{path}»: la entrada «{name}» lleva a otro sitio, es un enlace, choca con otra o está cifrada, y ningún modelo de spaCy necesita eso. No te fíes de su procedencia.</translation>
    </message>
    <message>
        <source>“{path}” was not installed: its {number} files would unpack to {size} MB, far more than a spaCy pipeline&apos;s. Don&apos;t trust where it comes from.</source>
        <translation>No se ha instalado «{path}»: sus {number} archivos ocuparían {size} MB, mucho más que un modelo de spaCy. No te fíes de su procedencia.</translation>
    </message>
    <message>
        <source>“{path}” was not installed: it is damaged ({name} is not what its checksum says). Download it again.</source>
        <translation>No se ha instalado «{path}»: está dañado ({name} no coincide con su suma de comprobación). Vuelve a descargarlo.</translation>
    </message>
    <message>
        <source>“{path}” was not installed: there are {number} spaCy pipelines in it, and exactly one was expected. Get the file of a single model.</source>
        <translation>No se ha instalado «{path}»: contiene {number} modelos de spaCy y se esperaba exactamente uno. Consigue el archivo de un solo modelo.</translation>
    </message>
    <message>
        <source>“{path}” was not installed: the model in it is {found}, but the package calls itself {expected}. Get the file from its publisher again.</source>
        <translation>No se ha instalado «{path}»: el modelo que contiene es {found}, pero el paquete dice ser {expected}. Vuelve a obtener el archivo de su editor.</translation>
    </message>
    <message>
        <source>The annotation was not saved, because its article is no longer in the library: copy its comment, open the article again and mark the passage anew.</source>
        <translation>La anotación no se ha guardado porque su artículo ya no está en la biblioteca: copia el comentario, abre de nuevo el artículo y vuelve a marcar el pasaje.</translation>
    </message>
    <message>
        <source>What was found in the article was not kept, because it was updated meanwhile: open it again.</source>
        <translation>No se guardó lo que se encontró en el artículo porque entretanto se actualizó: vuelve a abrirlo.</translation>
    </message>
    <message>
        <source>What was found in the article was not kept, because the article is no longer in the library: open it again.</source>
        <translation>Lo encontrado en el artículo no se ha guardado porque el artículo ya no está en la biblioteca: vuelve a abrirlo.</translation>
    </message>
    <message>
        <source>Something unforeseen happened ({reason}); what is on the disk is safe.</source>
        <translation>Ha ocurrido algo imprevisto ({reason}); lo que está en el disco está a salvo.</translation>
    </message>
    <message>
        <source>Which entity the name means was not kept, because it is no longer in the library: open the article again and choose anew.</source>
        <translation>No se ha guardado a quién se refiere el nombre porque ya no está en la biblioteca: vuelve a abrir el artículo y elige de nuevo.</translation>
    </message>
    <message>
        <source>The identifier was not saved, because its entity is no longer in the library: open the article again and type it anew.</source>
        <translation>No se ha guardado el identificador porque su entidad ya no está en la biblioteca: vuelve a abrir el artículo y escríbelo de nuevo.</translation>
    </message>
    <message>
        <source>“{path}” is a picture: have a program that recognizes text (OCR) read it, and paste here what it found.</source>
        <translation>«{path}» es una imagen: pásala por un programa que reconozca texto (OCR) y pega aquí lo que encuentre.</translation>
    </message>
    <message>
        <source>“{path}” is an old Word document: open it in Word or LibreOffice, save it as .docx, and open that.</source>
        <translation>«{path}» es un documento antiguo de Word: ábrelo en Word o LibreOffice, guárdalo como .docx y abre ese archivo.</translation>
    </message>
    <message>
        <source>“{host}” was not fetched: you stopped it.</source>
        <translation>No se ha descargado «{host}»: lo has detenido.</translation>
    </message>
    <message>
        <source>“{address}” is no address of a web page: it should begin with https:// or http://.</source>
        <translation>«{address}» no es la dirección de una página web: debería empezar por https:// o http://.</translation>
    </message>
    <message>
        <source>The page leads to “{host}”, which is inside your own network: nothing was fetched from there.</source>
        <translation>La página lleva a «{host}», que está dentro de tu propia red: no se ha descargado nada de ahí.</translation>
    </message>
    <message>
        <source>“{host}” leads from one address to another without end: open the page in your browser and paste its text here.</source>
        <translation>«{host}» lleva de una dirección a otra sin fin: abre la página en el navegador y pega aquí el texto.</translation>
    </message>
    <message>
        <source>“{host}” leads to something that is no web page: nothing was fetched.</source>
        <translation>«{host}» lleva a algo que no es una página web: no se ha descargado nada.</translation>
    </message>
    <message>
        <source>“{host}” takes too long to answer: try again later, or save the page.</source>
        <translation>«{host}» tarda demasiado en responder: inténtalo más tarde o guarda la página.</translation>
    </message>
    <message>
        <source>What “{host}” sends is larger than {limit} MB, which no article is: it was not kept.</source>
        <translation>Lo que envía «{host}» ocupa más de {limit} MB, y ningún artículo llega a tanto: no se ha guardado.</translation>
    </message>
    <message>
        <source>“{host}” sends no page or document there, but “{type}”: check the address.</source>
        <translation>Lo que envía «{host}» en esa dirección no es una página ni un documento, sino «{type}»: revisa la dirección.</translation>
    </message>
    <message>
        <source>“{host}” sent an empty page: open it in your browser, and paste its text.</source>
        <translation>«{host}» ha enviado una página vacía: ábrela en el navegador y pega el texto.</translation>
    </message>
    <message>
        <source>The connection to “{host}” isn&apos;t secure (its certificate can&apos;t be trusted): nothing was fetched.</source>
        <translation>La conexión con «{host}» no es segura (no se puede confiar en su certificado): no se ha descargado nada.</translation>
    </message>
    <message>
        <source>There is no site “{host}”: check the address, and the connection.</source>
        <translation>No existe el sitio «{host}»: revisa la dirección y la conexión.</translation>
    </message>
    <message>
        <source>“{host}” accepts no connection: try again later.</source>
        <translation>«{host}» no acepta la conexión: inténtalo más tarde.</translation>
    </message>
    <message>
        <source>“{host}” broke off before the page was whole: try again.</source>
        <translation>«{host}» ha cortado antes de enviar la página entera: inténtalo de nuevo.</translation>
    </message>
    <message>
        <source>What “{host}” sent is damaged: try again, or save the page in your browser.</source>
        <translation>Lo que ha enviado «{host}» está dañado: inténtalo de nuevo o guarda la página en el navegador.</translation>
    </message>
    <message>
        <source>“{host}” can&apos;t be reached: check that this computer is connected to the internet.</source>
        <translation>No se puede llegar a «{host}»: comprueba que el ordenador está conectado a internet.</translation>
    </message>
    <message>
        <source>“{host}” has no such page, or has it no more ({status}): check the address.</source>
        <translation>«{host}» no tiene esa página, o ya no la tiene ({status}): revisa la dirección.</translation>
    </message>
    <message>
        <source>“{host}” doesn&apos;t give the page to programs ({status}): open it in your browser, and paste its text here or save it and open the file.</source>
        <translation>«{host}» no entrega la página a programas ({status}): ábrela en el navegador y pega aquí el texto, o guárdala y abre el archivo.</translation>
    </message>
    <message>
        <source>“{host}” has trouble of its own ({status}): try again later.</source>
        <translation>«{host}» tiene problemas propios ({status}): inténtalo más tarde.</translation>
    </message>
    <message>
        <source>“{host}” gave no page ({status}): open it in your browser instead.</source>
        <translation>«{host}» no ha dado ninguna página ({status}): ábrela en el navegador.</translation>
    </message>
    <message>
        <source>“{path}” is an encrypted message: open it in your mail program, save its text, and open that.</source>
        <translation>«{path}» es un mensaje cifrado: ábrelo en tu programa de correo, guarda el texto y abre ese archivo.</translation>
    </message>
    <message>
        <source>“{path}” holds no web page, or is damaged: save the page again in your browser and open that file.</source>
        <translation>«{path}» no contiene ninguna página web o está dañado: vuelve a guardar la página en el navegador y abre ese archivo.</translation>
    </message>
    <message>
        <source>The page “{path}” shows no text: open it in your browser, and paste the article&apos;s text here.</source>
        <translation>La página «{path}» no muestra texto: ábrela en el navegador y pega aquí el texto del artículo.</translation>
    </message>
    <message>
        <source>“{path}” is not a PDF, whatever its name says: get a fresh copy of it.</source>
        <translation>«{path}» no es un PDF, diga lo que diga su nombre: consigue otra copia.</translation>
    </message>
    <message>
        <source>“{path}” is a PDF without pages: there is nothing to read in it.</source>
        <translation>«{path}» es un PDF sin páginas: no hay nada que leer en él.</translation>
    </message>
    <message>
        <source>“{path}” has {count} pages, and {limit} at most can be opened: split it into parts.</source>
        <translation>«{path}» tiene {count} páginas y se pueden abrir {limit} como mucho: divídelo en partes.</translation>
    </message>
    <message>
        <source>“{path}” holds pictures of pages but no text, as scans do: run it through text recognition (OCR) and open the result.</source>
        <translation>«{path}» contiene imágenes de páginas pero ningún texto, como los documentos escaneados: pásalo por un reconocimiento de texto (OCR) y abre el resultado.</translation>
    </message>
    <message>
        <source>“{path}” doesn&apos;t say which letters its signs stand for: print it to a new PDF through text recognition (OCR), or open the article in another format.</source>
        <translation>«{path}» no dice a qué letras corresponden sus signos: pásalo por un reconocimiento de texto (OCR) o abre el artículo en otro formato.</translation>
    </message>
    <message>
        <source>Of the {count} pages of “{path}”, {lost} are damaged and missing here: get a fresh copy of it.</source>
        <translation>De las {count} páginas de «{path}», faltan aquí {lost} por estar dañadas: consigue otra copia.</translation>
    </message>
    <message>
        <source>Of the {count} pages of “{path}”, {lost} are pictures without text and missing here: run it through text recognition (OCR).</source>
        <translation>De las {count} páginas de «{path}», faltan aquí {lost} por ser imágenes sin texto: pásalo por un reconocimiento de texto (OCR).</translation>
    </message>
    <message>
        <source>“{path}” is cut short, so that part of it may be missing: get a fresh copy of it.</source>
        <translation>«{path}» está incompleto, así que puede faltar una parte: consigue otra copia.</translation>
    </message>
    <message>
        <source>“{path}” could not be read, because the system has no room for another process ({reason}): close other programs and open it again.</source>
        <translation>No se ha podido leer «{path}» porque el sistema no admite otro proceso ({reason}): cierra otros programas y vuelve a abrirlo.</translation>
    </message>
    <message>
        <source>Reading “{path}” was called off.</source>
        <translation>Se ha cancelado la lectura de «{path}».</translation>
    </message>
    <message>
        <source>The site wants to see that a person is asking and didn&apos;t give the article: open it in your browser and paste its text here, or save the page there and open the file.</source>
        <translation>El sitio quiere comprobar que quien pregunta es una persona y no ha dado el artículo: ábrelo en el navegador y pega aquí el texto, o guarda allí la página y abre el archivo.</translation>
    </message>
    <message>
        <source>The page is empty until its scripts run, which Reader never does: open it in your browser and paste its text here, or save the page there and open the file.</source>
        <translation>La página está vacía hasta que se ejecuta su código, cosa que Reader nunca hace: ábrela en el navegador y pega aquí el texto, o guarda allí la página y abre el archivo.</translation>
    </message>
    <message>
        <source>This is a question about cookies, not the article: answer it in your browser and paste the article&apos;s text here, or save the page there and open the file.</source>
        <translation>Esto es un aviso de cookies, no el artículo: respóndelo en el navegador y pega aquí el texto del artículo, o guarda allí la página y abre el archivo.</translation>
    </message>
    <message>
        <source>This seems to be only the beginning of the article, the rest is for subscribers: if you are one, paste its text here, or save the page in your browser and open the file.</source>
        <translation>Parece que esto es solo el principio del artículo y que el resto es para suscriptores: si lo eres, pega aquí el texto, o guarda la página en el navegador y abre el archivo.</translation>
    </message>
    <message>
        <source>The site says that the article isn&apos;t there any more: if you have it elsewhere, paste its text here, or open a saved page.</source>
        <translation>El sitio dice que el artículo ya no está: si lo tienes en otra parte, pega aquí el texto o abre una página guardada.</translation>
    </message>
    <message>
        <source>Very little text was found, perhaps not the whole article: paste its text here, or save the page in your browser and open the file.</source>
        <translation>Se ha encontrado muy poco texto, quizá no todo el artículo: pégalo aquí, o guarda la página en el navegador y abre el archivo.</translation>
    </message>
    <message>
        <source>“{path}” is of a kind that Reader doesn&apos;t open: save its article as text, PDF, .docx or .odt and open that.</source>
        <translation>«{path}» es de un tipo que Reader no abre: guarda el artículo como texto, PDF, .docx u .odt y abre ese archivo.</translation>
    </message>
    <message>
        <source>“{path}” is damaged or cut short: get a fresh copy of it.</source>
        <translation>«{path}» está dañado o incompleto: consigue otra copia.</translation>
    </message>
    <message>
        <source>“{path}” is protected by a password: save a copy without one where you can open it, and open that.</source>
        <translation>«{path}» está protegido con contraseña: guarda una copia sin contraseña desde donde puedas abrirlo y abre esa copia.</translation>
    </message>
    <message>
        <source>“{path}” holds no text: there is nothing to read in it.</source>
        <translation>«{path}» no contiene texto: no hay nada que leer.</translation>
    </message>
    <message>
        <source>“{path}” was not opened: packed into it is far more than any article holds, as in a file made to do harm.</source>
        <translation>No se ha abierto «{path}»: lleva comprimido mucho más de lo que ocupa un artículo, como los archivos hechos para dañar.</translation>
    </message>
    <message>
        <source>“{path}” was not opened: names inside it lead to other places of the disk, as in a file made to do harm.</source>
        <translation>No se ha abierto «{path}»: contiene rutas que llevan a otras partes del disco, como los archivos hechos para dañar.</translation>
    </message>
    <message>
        <source>“{path}” was not opened: it declares XML entities, which no article needs, as in a file made to do harm.</source>
        <translation>No se ha abierto «{path}»: declara entidades XML, que ningún artículo necesita, como los archivos hechos para dañar.</translation>
    </message>
    <message>
        <source>“{path}” is protected against copying (DRM), so that only its shop&apos;s own program can open it.</source>
        <translation>«{path}» está protegido contra copia (DRM): solo lo abre el programa de la tienda que lo vendió.</translation>
    </message>
    <message>
        <source>“{path}” was given up: reading it takes too long. Split it into parts, or save it in another format.</source>
        <translation>Se ha abandonado «{path}»: leerlo lleva demasiado tiempo. Divídelo en partes o guárdalo en otro formato.</translation>
    </message>
    <message>
        <source>“{path}” was given up: reading it takes too much memory. Split it into parts, or save it in another format.</source>
        <translation>Se ha abandonado «{path}»: leerlo necesita demasiada memoria. Divídelo en partes o guárdalo en otro formato.</translation>
    </message>
    <message>
        <source>“{path}” could not be read, because the program that reads it broke down; nothing else is harmed. Save it in another format and open that.</source>
        <translation>No se ha podido leer «{path}» porque ha fallado el programa que lo lee; lo demás está intacto. Guárdalo en otro formato y abre ese archivo.</translation>
    </message>
    <message>
        <source>“{path}” could not be read, because the converter that Reader brings along (pandoc) is not there: install Reader again.</source>
        <translation>No se ha podido leer «{path}» porque falta el conversor que trae Reader (pandoc): vuelve a instalar Reader.</translation>
    </message>
    <message>
        <source>The label “{name}” is gone: make a new one.</source>
        <translation>La etiqueta o colección «{name}» ya no existe: crea una nueva.</translation>
    </message>
    <message>
        <source>A collection or tag needs a name: type one.</source>
        <translation>Una colección o etiqueta necesita un nombre: escribe uno.</translation>
    </message>
    <message>
        <source>There is another “{name}” already: choose a different name.</source>
        <translation>Ya existe otra «{name}»: elige otro nombre.</translation>
    </message>
    <message>
        <source>The article can&apos;t be updated, because it is no longer in the library: add the new version as an article of its own.</source>
        <translation>No se puede actualizar el artículo porque ya no está en la biblioteca: añade la nueva versión como un artículo aparte.</translation>
    </message>
    <message>
        <source>The folder “{path}” is no longer there: check whether it was moved or deleted.</source>
        <translation>La carpeta «{path}» ya no está: comprueba si se ha movido o borrado.</translation>
    </message>
    <message>
        <source>The folder “{path}” can&apos;t be looked into ({reason}): check its permissions and the disk.</source>
        <translation>No se puede mirar dentro de la carpeta «{path}» ({reason}): revisa sus permisos y el disco.</translation>
    </message>
    <message>
        <source>The network could not be arranged, because the process for it ended: open it again.</source>
        <translation>No se pudo ordenar la red, porque terminó el proceso que lo hacía: vuelve a abrirla.</translation>
    </message>
    <message>
        <source>The import could not begin, because the system has no room for another process ({reason}): close other programs and try again.</source>
        <translation>La importación no ha podido empezar porque el sistema no tiene sitio para otro proceso ({reason}): cierra otros programas e inténtalo de nuevo.</translation>
    </message>
    <message>
        <source>The import ended unexpectedly. What it had added is in the library; import the rest again.</source>
        <translation>La importación ha terminado de forma inesperada. Lo que había añadido está en la biblioteca; importa el resto de nuevo.</translation>
    </message>
    <message>
        <source>There is no text to paste: select the article&apos;s text, copy it, and paste it here.</source>
        <translation>No hay texto que pegar: selecciona el texto del artículo, cópialo y pégalo aquí.</translation>
    </message>
    <message>
        <source>The correction was not kept, because what it is about is no longer in the library: open the article again and correct it anew.</source>
        <translation>La corrección no se guardó porque aquello a lo que se refiere ya no está en la biblioteca: abre de nuevo el artículo y repite la corrección.</translation>
    </message>
    <message>
        <source>The annotation was not placed, because it or its article has changed meanwhile: open the article again and place it anew.</source>
        <translation>La anotación no se ha colocado porque ella o su artículo han cambiado entretanto: abre de nuevo el artículo y vuelve a colocarla.</translation>
    </message>
    <message>
        <source>Another entity is called “{name}”, too: confirm the mentions in their articles, or merge the two.</source>
        <translation>Otra entidad se llama también «{name}»: confirma las menciones en sus artículos o une las dos.</translation>
    </message>
    <message>
        <source>An entity needs a name: type one.</source>
        <translation>Una entidad necesita un nombre: escribe uno.</translation>
    </message>
    <message>
        <source>The two can&apos;t be merged, because one of them is merged with another already: split these first.</source>
        <translation>No se pueden fusionar las dos porque una de ellas ya está fusionada con otra: sepáralas primero.</translation>
    </message>
    <message>
        <source>The two can&apos;t be split, because both were merged into another entity since: split that one first.</source>
        <translation>No se pueden separar las dos porque después ambas se fusionaron con otra entidad: separa antes esa.</translation>
    </message>
    <message>
        <source>Some of the library “{path}” could not be read: compare what was saved with the newest backup.</source>
        <translation>Parte de la biblioteca «{path}» no se pudo leer: compara lo salvado con la copia más reciente.</translation>
    </message>
    <message>
        <source>There is no library “{path}”: name another one with --library.</source>
        <translation>No existe la biblioteca «{path}»: indica otra con --library.</translation>
    </message>
    <message>
        <source>There is no backup “{name}”: `reader backup list` prints those there are.</source>
        <translation>No hay ninguna copia «{name}»: `reader backup list` muestra las que hay.</translation>
    </message>
    <message>
        <source>“{path}” is damaged or cut short, so nothing of it was taken into the library: get a fresh copy of it.</source>
        <translation>«{path}» está dañado o incompleto, así que no se ha incorporado nada a la biblioteca: consigue otra copia.</translation>
    </message>
    <message>
        <source>“{path}” was made by a newer version of Reader: update Reader to take it in.</source>
        <translation>«{path}» se hizo con una versión más reciente de Reader: actualiza Reader para incorporarlo.</translation>
    </message>
    <message>
        <source>“{path}” was not taken in: packed into it is far more than any library holds, as in a file made to do harm.</source>
        <translation>«{path}» no se ha incorporado: comprimido dentro lleva mucho más de lo que cabe en una biblioteca, como en un archivo hecho para dañar.</translation>
    </message>
    <message>
        <source>“{path}” holds neither annotations nor a library that Reader knows: choose a file of W3C annotations (JSON-LD), an export of Hypothesis, or a library exported by Reader.</source>
        <translation>«{path}» no contiene anotaciones ni una biblioteca que Reader conozca: elige un archivo de anotaciones W3C (JSON-LD), una exportación de Hypothesis o una biblioteca exportada por Reader.</translation>
    </message>
    <message>
        <source>A library is exported as a whole: choose the whole library, or another format.</source>
        <translation>Una biblioteca se exporta entera: elige toda la biblioteca, u otro formato.</translation>
    </message>
    <message>
        <source>There is no format “{name}”: choose one of {known}.</source>
        <translation>No existe el formato «{name}»: elige uno de {known}.</translation>
    </message>
    <message>
        <source>There is no template “{name}”: choose one of {known}.</source>
        <translation>No existe la plantilla «{name}»: elige una de {known}.</translation>
    </message>
    <message>
        <source>The template “{name}” was stopped at line {line}, because it takes too long or writes too much: let it repeat less.</source>
        <translation>La plantilla «{name}» se detuvo en la línea {line} porque tarda demasiado o escribe demasiado: haz que repita menos.</translation>
    </message>
    <message>
        <source>The template “{name}” asks at line {line} for something that there is not ({reason}): see the list of its variables.</source>
        <translation>La plantilla «{name}» pide en la línea {line} algo que no existe ({reason}): consulta la lista de sus variables.</translation>
    </message>
    <message>
        <source>The template “{name}” has a mistake at line {line}: {reason}.</source>
        <translation>La plantilla «{name}» tiene un error en la línea {line}: {reason}.</translation>
    </message>
    <message>
        <source>“{path}” leads out of the folder of the export, so nothing is written there: choose another folder.</source>
        <translation>«{path}» lleva fuera de la carpeta de la exportación, así que no se escribe nada allí: elige otra carpeta.</translation>
    </message>
    <message>
        <source>“{path}” can&apos;t be read as text, and stays as it is.</source>
        <translation>«{path}» no se puede leer como texto y queda como está.</translation>
    </message>
    <message>
        <source>“{path}” no longer has the marks around Reader&apos;s part, and stays as it is: delete the file to have it written anew.</source>
        <translation>«{path}» ya no tiene las marcas de la parte de Reader y queda como está: borra el archivo para que se escriba de nuevo.</translation>
    </message>
    <message>
        <source>“{path}” was changed inside Reader&apos;s part, and stays as it is: move what you wrote out of the marks and restore the rest, or delete the file to have it written anew.</source>
        <translation>«{path}» se cambió dentro de la parte de Reader y queda como está: saca de las marcas lo que escribiste y restaura el resto, o borra el archivo para que se escriba de nuevo.</translation>
    </message>
    <message>
        <source>The front matter of “{path}” is not YAML, and stays as it is.</source>
        <translation>Los metadatos iniciales de «{path}» no son YAML y quedan como están.</translation>
    </message>
    <message>
        <source>“{path}” can&apos;t be used as a folder for the export: choose another one.</source>
        <translation>«{path}» no sirve como carpeta para la exportación: elige otra.</translation>
    </message>
    <message>
        <source>There can&apos;t be a backup in “{path}” ({reason}): free some room there or change the folder&apos;s permissions.</source>
        <translation>No se puede hacer una copia en «{path}» ({reason}): libera espacio o cambia los permisos de la carpeta.</translation>
    </message>
    <message>
        <source>“{path}” is no backup that this version of Reader can put back: choose another, or update Reader.</source>
        <translation>«{path}» no es una copia que esta versión de Reader pueda reponer: elige otra o actualiza Reader.</translation>
    </message>
    <message>
        <source>The backup “{path}” is damaged, so nothing was changed: choose another.</source>
        <translation>La copia «{path}» está dañada, así que no se cambió nada: elige otra.</translation>
    </message>
    <message>
        <source>The library could not be copied, because another program is writing to it: close that one, then try again.</source>
        <translation>No se pudo copiar la biblioteca porque otro programa está escribiendo en ella: ciérralo y vuelve a intentarlo.</translation>
    </message>
    <message>
        <source>There is no room for a backup in “{path}”: free some, then try again.</source>
        <translation>No hay sitio para una copia en «{path}»: libera espacio y vuelve a intentarlo.</translation>
    </message>
    <message>
        <source>The tags were not kept, because the name is no longer in the library: open the article again and tag it anew.</source>
        <translation>No se han guardado las etiquetas porque el nombre ya no está en la biblioteca: abre de nuevo el artículo y vuelve a etiquetarlo.</translation>
    </message>
    <message>
        <source>This version of the note is no longer there: choose another one.</source>
        <translation>Esta versión de la nota ya no existe: elige otra.</translation>
    </message>
    <message>
        <source>“{path}” is there already: choose another name for what is saved.</source>
        <translation>«{path}» ya existe: elige otro nombre para lo que se salve.</translation>
    </message>
    <message>
        <source>Nothing could be saved of the damaged library “{path}”: put a backup in its place.</source>
        <translation>No se pudo salvar nada de la biblioteca dañada «{path}»: repón una copia de seguridad.</translation>
    </message>
    <message>
        <source>Nothing could be printed: choose another printer, or save as PDF.</source>
        <translation>No se pudo imprimir: elige otra impresora o guarda como PDF.</translation>
    </message>
    <message>
        <source>Another file has taken the place of the library “{path}” while it was in use: try again.</source>
        <translation>Otro archivo ha ocupado el lugar de la biblioteca «{path}» mientras estaba en uso: inténtalo de nuevo.</translation>
    </message>
    <message>
        <source>The library “{path}” is not there any more: connect its disk, or put it back where it was, then try again.</source>
        <translation>La biblioteca «{path}» ya no está donde estaba: conecta su disco o vuelve a ponerla en su sitio e inténtalo de nuevo.</translation>
    </message>
</context>
<context>
    <name>exporting</name>
    <message>
        <source>Markdown</source>
        <translation>Markdown</translation>
    </message>
    <message>
        <source>Vault for Obsidian or Logseq</source>
        <translation>Bóveda para Obsidian o Logseq</translation>
    </message>
    <message>
        <source>Word document</source>
        <translation>Documento de Word</translation>
    </message>
    <message>
        <source>OpenDocument text</source>
        <translation>Texto de OpenDocument</translation>
    </message>
    <message>
        <source>Web page</source>
        <translation>Página web</translation>
    </message>
    <message>
        <source>E-book (EPUB)</source>
        <translation>Libro electrónico (EPUB)</translation>
    </message>
    <message>
        <source>Tables (CSV)</source>
        <translation>Tablas (CSV)</translation>
    </message>
    <message>
        <source>Tables (JSON)</source>
        <translation>Tablas (JSON)</translation>
    </message>
    <message>
        <source>W3C annotations (JSON-LD)</source>
        <translation>Anotaciones W3C (JSON-LD)</translation>
    </message>
    <message>
        <source>Project for QDA (REFI-QDA)</source>
        <translation>Proyecto QDA (REFI-QDA)</translation>
    </message>
    <message>
        <source>Whole library, for another Reader</source>
        <translation>Biblioteca completa, para otro Reader</translation>
    </message>
    <message>
        <source>Choose the folder of the vault</source>
        <translation>Elegir la carpeta de la bóveda</translation>
    </message>
    <message>
        <source>Export</source>
        <translation>Exportar</translation>
    </message>
    <message>
        <source>Save the template</source>
        <translation>Guardar la plantilla</translation>
    </message>
    <message>
        <source>Name of the template:</source>
        <translation>Nombre de la plantilla:</translation>
    </message>
    <message>
        <source>Article: annotations and notes</source>
        <translation>Artículo: anotaciones y notas</translation>
    </message>
    <message>
        <source>Article: annotations alone</source>
        <translation>Artículo: solo anotaciones</translation>
    </message>
    <message>
        <source>Article: page of a vault</source>
        <translation>Artículo: página de bóveda</translation>
    </message>
    <message>
        <source>Articles: a line each</source>
        <translation>Artículos: una línea cada uno</translation>
    </message>
    <message>
        <source>Name: dossier</source>
        <translation>Nombre: ficha</translation>
    </message>
    <message>
        <source>Name: page of a vault</source>
        <translation>Nombre: página de bóveda</translation>
    </message>
    <message>
        <source>Names: a line each</source>
        <translation>Nombres: una línea cada uno</translation>
    </message>
    <message>
        <source>Annotation: quote</source>
        <translation>Anotación: cita</translation>
    </message>
    <message>
        <source>Exporting…</source>
        <translation>Exportando…</translation>
    </message>
    <message>
        <source>Exporting: {done} of {total}</source>
        <translation>Exportando: {done} de {total}</translation>
    </message>
    <message>
        <source>Progress of the export</source>
        <translation>Progreso de la exportación</translation>
    </message>
    <message>
        <source>This article: {title}</source>
        <translation>Este artículo: {title}</translation>
    </message>
    <message>
        <source>This name: {title}</source>
        <translation>Este nombre: {title}</translation>
    </message>
    <message>
        <source>What the search finds: {title}</source>
        <translation>Lo que encuentra la búsqueda: {title}</translation>
    </message>
    <message>
        <source>Collection: {title}</source>
        <translation>Colección: {title}</translation>
    </message>
    <message>
        <source>The whole library</source>
        <translation>Toda la biblioteca</translation>
    </message>
    <message>
        <source>Exported to “{path}”.</source>
        <translation>Exportado a «{path}».</translation>
    </message>
</context>
<context>
    <name>facts</name>
    <message>
        <source>ISO code</source>
        <translation>Código ISO</translation>
    </message>
    <message>
        <source>Country</source>
        <translation>País</translation>
    </message>
    <message>
        <source>GeoNames</source>
        <translation>GeoNames</translation>
    </message>
    <message>
        <source>Coordinates</source>
        <translation>Coordenadas</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>Copiar</translation>
    </message>
    <message>
        <source>Open the page in the browser</source>
        <translation>Abrir la página en el navegador</translation>
    </message>
</context>
<context>
    <name>fields</name>
    <message>
        <source>Empty the field</source>
        <translation>Vaciar el campo</translation>
    </message>
</context>
<context>
    <name>hearing</name>
    <message>
        <source>Title</source>
        <translation>Título</translation>
    </message>
    <message>
        <source>Heading, level {level}</source>
        <translation>Título de nivel {level}</translation>
    </message>
    <message>
        <source>List item</source>
        <translation>Elemento de lista</translation>
    </message>
    <message>
        <source>Quotation</source>
        <translation>Cita</translation>
    </message>
    <message>
        <source>Row of a table</source>
        <translation>Fila de una tabla</translation>
    </message>
    <message>
        <source>Picture</source>
        <translation>Imagen</translation>
    </message>
    <message>
        <source>Footnote</source>
        <translation>Nota al pie</translation>
    </message>
    <message>
        <source>Link: {words}</source>
        <translation>Enlace: {words}</translation>
    </message>
</context>
<context>
    <name>imports</name>
    <message>
        <source>Failed</source>
        <translation>Con error</translation>
    </message>
    <message>
        <source>In the library with another text</source>
        <translation>Ya en la biblioteca, con otro texto</translation>
    </message>
    <message>
        <source>Updated</source>
        <translation>Actualizados</translation>
    </message>
    <message>
        <source>Taken out of the trash</source>
        <translation>Sacados de la papelera</translation>
    </message>
    <message>
        <source>Already there</source>
        <translation>Ya estaban</translation>
    </message>
    <message>
        <source>Added</source>
        <translation>Añadidos</translation>
    </message>
    <message>
        <source>Hidden, left out</source>
        <translation>Ocultos, omitidos</translation>
    </message>
    <message>
        <source>Of other kinds, left out</source>
        <translation>De otros tipos, omitidos</translation>
    </message>
    <message>
        <source>Links to folders, not followed</source>
        <translation>Enlaces a carpetas, no seguidos</translation>
    </message>
    <message>
        <source>Folders that belong to saved pages, left out</source>
        <translation>Carpetas de páginas guardadas, omitidas</translation>
    </message>
    <message>
        <source>Beyond what is imported at once, left out</source>
        <translation>Por encima de lo que se importa de una vez, omitidos</translation>
    </message>
    <message>
        <source>Not reached, as the import was stopped</source>
        <translation>Sin importar, porque se paró</translation>
    </message>
    <message>
        <source>Import report</source>
        <translation>Informe de la importación</translation>
    </message>
    <message>
        <source>Added, but perhaps not the whole article</source>
        <translation>Añadidos, pero quizá incompletos</translation>
    </message>
</context>
<context>
    <name>kinds</name>
    <message>
        <source>Person</source>
        <translation>Persona</translation>
    </message>
    <message>
        <source>Country</source>
        <translation>País</translation>
    </message>
    <message>
        <source>Place</source>
        <translation>Lugar</translation>
    </message>
    <message>
        <source>Organization</source>
        <translation>Organización</translation>
    </message>
    <message>
        <source>Demonym</source>
        <translation>Gentilicio</translation>
    </message>
    <message>
        <source>People</source>
        <translation>Personas</translation>
    </message>
    <message>
        <source>Countries</source>
        <translation>Países</translation>
    </message>
    <message>
        <source>Places</source>
        <translation>Lugares</translation>
    </message>
    <message>
        <source>Organizations</source>
        <translation>Organizaciones</translation>
    </message>
    <message>
        <source>Demonyms</source>
        <translation>Gentilicios</translation>
    </message>
</context>
<context>
    <name>languages</name>
    <message>
        <source>Arabic</source>
        <translation>árabe</translation>
    </message>
    <message>
        <source>Catalan</source>
        <translation>catalán</translation>
    </message>
    <message>
        <source>German</source>
        <translation>alemán</translation>
    </message>
    <message>
        <source>English</source>
        <translation>inglés</translation>
    </message>
    <message>
        <source>Spanish</source>
        <translation>español</translation>
    </message>
    <message>
        <source>Basque</source>
        <translation>euskera</translation>
    </message>
    <message>
        <source>French</source>
        <translation>francés</translation>
    </message>
    <message>
        <source>Galician</source>
        <translation>gallego</translation>
    </message>
    <message>
        <source>Italian</source>
        <translation>italiano</translation>
    </message>
    <message>
        <source>Japanese</source>
        <translation>japonés</translation>
    </message>
    <message>
        <source>Korean</source>
        <translation>coreano</translation>
    </message>
    <message>
        <source>Dutch</source>
        <translation>neerlandés</translation>
    </message>
    <message>
        <source>Polish</source>
        <translation>polaco</translation>
    </message>
    <message>
        <source>Portuguese</source>
        <translation>portugués</translation>
    </message>
    <message>
        <source>Romanian</source>
        <translation>rumano</translation>
    </message>
    <message>
        <source>Russian</source>
        <translation>ruso</translation>
    </message>
    <message>
        <source>Turkish</source>
        <translation>turco</translation>
    </message>
    <message>
        <source>Ukrainian</source>
        <translation>ucraniano</translation>
    </message>
    <message>
        <source>Chinese</source>
        <translation>chino</translation>
    </message>
</context>
<context>
    <name>library</name>
    <message>
        <source>Destroy everything in the trash?</source>
        <translation>¿Destruir todo lo que hay en la papelera?</translation>
    </message>
    <message>
        <source>Destroy the selected articles?</source>
        <translation>¿Destruir los artículos seleccionados?</translation>
    </message>
    <message>
        <source>The articles and their annotations can&apos;t be brought back. Your notes on people, places and organizations stay.</source>
        <translation>Los artículos y sus anotaciones no se podrán recuperar. Tus notas sobre personas, lugares y organizaciones se conservan.</translation>
    </message>
    <message>
        <source>Destroy</source>
        <translation>Destruir</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Cancelar</translation>
    </message>
</context>
<context>
    <name>marking</name>
    <message>
        <source>“{0}”</source>
        <translation>«{0}»</translation>
    </message>
</context>
<context>
    <name>models</name>
    <message>
        <source>built in</source>
        <translation>integrado</translation>
    </message>
    <message>
        <source>installed</source>
        <translation>instalado</translation>
    </message>
    <message>
        <source>installed as a Python package</source>
        <translation>instalado como paquete de Python</translation>
    </message>
    <message>
        <source>in a folder</source>
        <translation>en una carpeta</translation>
    </message>
    <message>
        <source>not installed</source>
        <translation>sin instalar</translation>
    </message>
</context>
<context>
    <name>network</name>
    <message>
        <source>Save the network as a picture</source>
        <translation>Guardar la red como imagen</translation>
    </message>
</context>
<context>
    <name>notes</name>
    <message>
        <source>Article</source>
        <translation>Artículo</translation>
    </message>
</context>
<context>
    <name>printing</name>
    <message>
        <source>Picture</source>
        <translation>Imagen</translation>
    </message>
    <message>
        <source>Comments</source>
        <translation>Comentarios</translation>
    </message>
</context>
<context>
    <name>reading</name>
    <message>
        <source>{hours} h {minutes} min</source>
        <translation>{hours} h {minutes} min</translation>
    </message>
    <message>
        <source>{minutes} min</source>
        <translation>{minutes} min</translation>
    </message>
</context>
<context>
    <name>reasons</name>
    <message>
        <source>by the model</source>
        <translation>por el modelo</translation>
    </message>
    <message>
        <source>from the list</source>
        <translation>de la lista</translation>
    </message>
    <message>
        <source>repeated in the article</source>
        <translation>repetido en el artículo</translation>
    </message>
    <message>
        <source>marked by you</source>
        <translation>marcado por ti</translation>
    </message>
    <message>
        <source>By the role beside it</source>
        <translation>Por el cargo o el tratamiento que lo acompaña</translation>
    </message>
    <message>
        <source>Short for {0}</source>
        <translation>Forma abreviada de {0}</translation>
    </message>
    <message>
        <source>Demonym of {0}</source>
        <translation>Gentilicio de {0}</translation>
    </message>
    <message>
        <source>Open: nothing says which one</source>
        <translation>Por decidir: nada indica a cuál se refiere</translation>
    </message>
    <message>
        <source>Your choice</source>
        <translation>Lo elegiste tú</translation>
    </message>
    <message>
        <source>By the context</source>
        <translation>Por el contexto</translation>
    </message>
    <message>
        <source>By the context: the article speaks of {0}</source>
        <translation>Por el contexto: el artículo habla de {0}</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Nombre</translation>
    </message>
    <message>
        <source>What {0} stands for</source>
        <translation>Nombre completo de {0}</translation>
    </message>
    <message>
        <source>Initials of {0}</source>
        <translation>Iniciales de {0}</translation>
    </message>
    <message>
        <source>Acronym of {0}</source>
        <translation>Siglas de {0}</translation>
    </message>
    <message>
        <source>Another name of {0}</source>
        <translation>Otro nombre de {0}</translation>
    </message>
    <message>
        <source>First name of {0}, in full in the article</source>
        <translation>Nombre de pila de {0}, completo en el artículo</translation>
    </message>
    <message>
        <source>Surname of {0}, in full in the article</source>
        <translation>Apellido de {0}, completo en el artículo</translation>
    </message>
    <message>
        <source>First name of {0}, known from other articles</source>
        <translation>Nombre de pila de {0}, que sale en otros artículos</translation>
    </message>
    <message>
        <source>Surname of {0}, known from other articles</source>
        <translation>Apellido de {0}, que sale en otros artículos</translation>
    </message>
    <message>
        <source>Part of the name of {0}</source>
        <translation>Parte del nombre de {0}</translation>
    </message>
</context>
<context>
    <name>row_menus</name>
    <message>
        <source>Open the page</source>
        <translation>Abrir la página</translation>
    </message>
    <message>
        <source>Network around it</source>
        <translation>Red a su alrededor</translation>
    </message>
    <message>
        <source>Copy the name</source>
        <translation>Copiar el nombre</translation>
    </message>
    <message>
        <source>Show in the text</source>
        <translation>Mostrar en el texto</translation>
    </message>
    <message>
        <source>Copy the passage</source>
        <translation>Copiar el pasaje</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>Abrir</translation>
    </message>
    <message>
        <source>Copy the title</source>
        <translation>Copiar el título</translation>
    </message>
    <message>
        <source>Fold the passages away</source>
        <translation>Plegar los pasajes</translation>
    </message>
    <message>
        <source>Passages with both</source>
        <translation>Pasajes con ambos</translation>
    </message>
</context>
<context>
    <name>said</name>
    <message>
        <source>“{0}” is a person</source>
        <translation>«{0}» es una persona</translation>
    </message>
    <message>
        <source>“{0}” is a country</source>
        <translation>«{0}» es un país</translation>
    </message>
    <message>
        <source>“{0}” is a place</source>
        <translation>«{0}» es un lugar</translation>
    </message>
    <message>
        <source>“{0}” is an organization</source>
        <translation>«{0}» es una organización</translation>
    </message>
    <message>
        <source>“{0}” is a demonym</source>
        <translation>«{0}» es un gentilicio</translation>
    </message>
    <message>
        <source>“{0}” reads “{2}”</source>
        <translation>«{0}» es, en realidad, «{2}»</translation>
    </message>
    <message>
        <source>“{0}” is not a name</source>
        <translation>«{0}» no es un nombre</translation>
    </message>
    <message>
        <source>“{0}” is {1}</source>
        <translation>«{0}» es {1}</translation>
    </message>
    <message>
        <source>“{0}” is {1}, confirmed</source>
        <translation>«{0}» es {1}, confirmado</translation>
    </message>
    <message>
        <source>{1} is called “{2}”</source>
        <translation>{1} se llama «{2}»</translation>
    </message>
    <message>
        <source>{1} is also called “{2}”</source>
        <translation>{1} también se llama «{2}»</translation>
    </message>
    <message>
        <source>{1} is not called “{2}”</source>
        <translation>{1} no se llama «{2}»</translation>
    </message>
    <message>
        <source>“{0}” is the whole name of {1}</source>
        <translation>«{0}» es el nombre completo de {1}</translation>
    </message>
    <message>
        <source>taken back {0}</source>
        <translation>deshecha el {0}</translation>
    </message>
    <message>
        <source>no longer in the text</source>
        <translation>ya no está en el texto</translation>
    </message>
    <message>
        <source>Kinds</source>
        <translation>Tipos</translation>
    </message>
    <message>
        <source>Boundaries</source>
        <translation>Límites</translation>
    </message>
    <message>
        <source>Names marked</source>
        <translation>Nombres marcados</translation>
    </message>
    <message>
        <source>Not a name</source>
        <translation>No es un nombre</translation>
    </message>
    <message>
        <source>Who is meant</source>
        <translation>A quién se refiere</translation>
    </message>
    <message>
        <source>Confirmed</source>
        <translation>Confirmados</translation>
    </message>
    <message>
        <source>Renamed</source>
        <translation>Cambios de nombre</translation>
    </message>
    <message>
        <source>Other names added</source>
        <translation>Otros nombres añadidos</translation>
    </message>
    <message>
        <source>Other names removed</source>
        <translation>Otros nombres quitados</translation>
    </message>
    <message>
        <source>Merged</source>
        <translation>Uniones</translation>
    </message>
    <message>
        <source>One mention</source>
        <translation>Una mención</translation>
    </message>
    <message>
        <source>A name in one article</source>
        <translation>Un nombre en un artículo</translation>
    </message>
    <message>
        <source>A name in all articles</source>
        <translation>Un nombre en todos los artículos</translation>
    </message>
    <message>
        <source>The entity itself</source>
        <translation>La entidad en sí</translation>
    </message>
    <message>
        <source>{0} and {1} are one</source>
        <translation>{0} y {1} son lo mismo</translation>
    </message>
    <message>
        <source>once in “{0}”</source>
        <translation>una vez en «{0}»</translation>
    </message>
    <message>
        <source>in “{0}”</source>
        <translation>en «{0}»</translation>
    </message>
    <message>
        <source>in all articles</source>
        <translation>en todos los artículos</translation>
    </message>
</context>
<context>
    <name>search</name>
    <message>
        <source>Show more</source>
        <translation>Mostrar más</translation>
    </message>
    <message>
        <source>People, places and organizations</source>
        <translation>Personas, lugares y organizaciones</translation>
    </message>
    <message>
        <source>Articles</source>
        <translation>Artículos</translation>
    </message>
    <message>
        <source>Notes</source>
        <translation>Notas</translation>
    </message>
    <message>
        <source>Annotations</source>
        <translation>Anotaciones</translation>
    </message>
</context>
<context>
    <name>tabs</name>
    <message>
        <source>Annotations</source>
        <translation>Anotaciones</translation>
    </message>
    <message>
        <source>Passages to review</source>
        <translation>Pasajes por revisar</translation>
    </message>
    <message>
        <source>Corrections</source>
        <translation>Correcciones</translation>
    </message>
    <message>
        <source>Network</source>
        <translation>Red</translation>
    </message>
</context>
<context>
    <name>work</name>
    <message>
        <source>In doubt, waiting for your word</source>
        <translation>Dudosas, a la espera de lo que digas</translation>
    </message>
    <message>
        <source>Their article is not in the library</source>
        <translation>Su artículo no está en la biblioteca</translation>
    </message>
    <message>
        <source>Of a whole page, left out</source>
        <translation>De una página entera, omitidas</translation>
    </message>
    <message>
        <source>Changed, as the file is newer</source>
        <translation>Modificadas, porque el archivo es más reciente</translation>
    </message>
    <message>
        <source>Added</source>
        <translation>Añadidas</translation>
    </message>
    <message>
        <source>Already there</source>
        <translation>Ya estaban</translation>
    </message>
    <message>
        <source>Annotations added</source>
        <translation>Anotaciones añadidas</translation>
    </message>
    <message>
        <source>changed</source>
        <translation>modificadas</translation>
    </message>
    <message>
        <source>already there</source>
        <translation>ya estaban</translation>
    </message>
    <message>
        <source>in doubt</source>
        <translation>dudosas</translation>
    </message>
    <message>
        <source>without their article</source>
        <translation>sin su artículo</translation>
    </message>
    <message>
        <source>of a whole page</source>
        <translation>de una página entera</translation>
    </message>
    <message>
        <source>Articles</source>
        <translation>Artículos</translation>
    </message>
    <message>
        <source>Names</source>
        <translation>Nombres</translation>
    </message>
    <message>
        <source>Notes</source>
        <translation>Notas</translation>
    </message>
    <message>
        <source>Annotations</source>
        <translation>Anotaciones</translation>
    </message>
    <message>
        <source>Corrections</source>
        <translation>Correcciones</translation>
    </message>
    <message>
        <source>Collections and tags</source>
        <translation>Colecciones y etiquetas</translation>
    </message>
    <message>
        <source>added:</source>
        <translation>se añaden:</translation>
    </message>
    <message>
        <source>brought up to date:</source>
        <translation>se ponen al día:</translation>
    </message>
    <message>
        <source>there before:</source>
        <translation>ya estaban:</translation>
    </message>
    <message>
        <source>Import report</source>
        <translation>Informe de la importación</translation>
    </message>
    <message>
        <source>Reader has no place for these fields; they are left out</source>
        <translation>Reader no tiene dónde guardar estos campos; se omiten</translation>
    </message>
    <message>
        <source>“{0}”</source>
        <translation>«{0}»</translation>
    </message>
    <message>
        <source>Same name, kept apart</source>
        <translation>Mismo nombre, sin unir</translation>
    </message>
    <message>
        <source>The note or the identifiers of the one that came in are others than yours. If they are one nevertheless, merge them.</source>
        <translation>La nota o los identificadores de quien ha llegado no son los tuyos. Si aun así se trata de la misma persona o cosa, únelas.</translation>
    </message>
    <message>
        <source>There was nothing in it.</source>
        <translation>No contenía nada.</translation>
    </message>
</context>
</TS>
