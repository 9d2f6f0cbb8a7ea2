<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="es" sourcelanguage="en">
<context>
    <name>AnnotationBook</name>
    <message>
        <source>annotate</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>change the colour</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>edit the comment</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>delete the annotation</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>AnnotationEditor</name>
    <message>
        <source>Add a comment…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Comment</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Delete the annotation</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>AnnotationList</name>
    <message>
        <source>Annotations</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>AppearanceMenu</name>
    <message>
        <source>How the text looks</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>System</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Light</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sepia</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Dark</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source> pt</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source> characters</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Theme</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Font</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Size</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Line width</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Line spacing</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ArticleModel</name>
    <message>
        <source>Untitled</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ArticlePresenter</name>
    <message numerus="yes">
        <source>%n min</source>
        <comment>reading time</comment>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
</context>
<context>
    <name>EntityCard</name>
    <message>
        <source>Also: {0}</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n mention(s)</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>Not mentioned here</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>All names</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Back to all names</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Back to all names (Esc)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Name</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Previous mention</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Next mention</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Mentions in this article</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>In other articles</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>EntityList</name>
    <message>
        <source>Names in this article</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Filter names</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Clear the filter</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Order of the names</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>By number of mentions</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>By appearance in the article</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>By name</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Finding names… {0} %</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open an article to see who and what it names.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No name matches the filter.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Names appear here as they are found.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No names were found in this article.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>EntityModel</name>
    <message>
        <source>has a note</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>HoverCard</name>
    <message numerus="yes">
        <source>%n mention(s)</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n other article(s)</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
</context>
<context>
    <name>HoverTools</name>
    <message>
        <source>Delete the annotation</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>KindChip</name>
    <message>
        <source>Show only this</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show all</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>shown</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>hidden</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Click: show or hide. Alt-click: show only this.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Legend</name>
    <message>
        <source>Kinds of names</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>LibraryList</name>
    <message>
        <source>Filter articles</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Articles in the library</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n annotation(s)</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n note(s)</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>No article matches the filter.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The articles that you open stay here.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>MainWindow</name>
    <message>
        <source>Toolbar</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Article</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Exported to “{path}”.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open folder</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The annotation was deleted.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Undo</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The search for names stopped and was started again ({reason}).</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>NoteEditor</name>
    <message>
        <source>Note</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Write your note here (Markdown)…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Note on {0}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Saved ✓</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not saved</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Saving…</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>NoticeBar</name>
    <message>
        <source>Close this message</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>SelectionBar</name>
    <message>
        <source>Annotate the selection</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Comment</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>StartPage</name>
    <message>
        <source>Open an article</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Its people, countries, places and organizations light up, and what you note on them stays with you, on this computer. Drop a text file here, or open one.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open a file…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Read the sample article</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>StatusLine</name>
    <message>
        <source>Progress of recognition</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Model: {name}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>All saved</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Saving…</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n word(s)</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n min</source>
        <comment>reading time</comment>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>Finding names…</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>actions</name>
    <message>
        <source>&amp;Open…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open the &amp;sample article</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Export to Markdown…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Quit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Copy</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Delete the annotation</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Annotate and co&amp;mment</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Back</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Forward</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Next mention</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Previous mention</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Next mention of this &amp;entity</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Previous mention of this en&amp;tity</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Write a note on the entity</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Next &amp;annotation</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Previous ann&amp;otation</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Library</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Side panel</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Larger text</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Smaller text</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Usual text size</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Full screen</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;About Reader</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;File</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Edit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;View</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Go</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Help</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Annotate the selection</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>bugs</name>
    <message>
        <source>Something unforeseen happened in Reader. What was saved is safe; close the program and start it again if it misbehaves.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy details</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>colours</name>
    <message>
        <source>Yellow</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Green</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Blue</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pink</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Orange</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Purple</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>dialogs</name>
    <message>
        <source>Open articles</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Export to Markdown</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>About Reader</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Read the news with your own notes on its people, places and organizations.

Free software under the GNU General Public License, version 3 or later.
The built-in model was trained on AnCora (University of Barcelona, CC BY 4.0); names of places come from GeoNames (CC BY 4.0) and Unicode CLDR.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>errors</name>
    <message>
        <source>“{path}” is {size} MB, and Reader opens texts up to {limit} MB: split it into parts and open those.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{path}” is empty: there is no text to read in it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{path}” could not be written ({reason}): choose another folder or name.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{path}” is a folder: open the article&apos;s file inside it instead.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{path}” is a device or a pipe, not a file with an article.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no file “{path}”: check the name, or whether it was moved or deleted.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>You have no permission to read “{path}”: change its permissions, or copy it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{path}” could not be read ({reason}): check the disk or the connection and try again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no library “{path}” yet: open the article in the window first, or name another with --library.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The library holds nothing on “{path}”: open it in the window first.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{path}” holds only blank space: there is no text to read in it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The encoding of “{path}” can&apos;t be told (neither UTF-8 nor Windows-1252): save it as UTF-8 text and open it again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{path}” is not a text file: export its article as plain text (.txt) and open that.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{path}” says that it is {encoding} but is damaged: get a fresh copy, or save it as UTF-8 text.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{model}” is no recognition model: a spaCy pipeline&apos;s folder (with meta.json and config.cfg) or an installed package&apos;s name was expected. Choose another one in the settings.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The model “{model}” is for the language “{language}”, but articles are read in Spanish (“es”). Choose a Spanish one in the settings.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The model “{model}” finds no names: its parts are {parts}, and “ner” was expected among them. Choose another one in the settings.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The model “{model}” is made for spaCy {wanted}, but {installed} is installed. Choose a model for this version in the settings.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The model “{model}” in {folder} can&apos;t be loaded ({reason}). Install it again or choose another one in the settings.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The note was not saved, because its entity is no longer in the library: copy the note&apos;s text, open the article again and paste it there.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The library “{path}” is damaged: put a backup in its place, or open another library.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The library “{path}” can&apos;t be written: change the permissions of the file and its folder, or copy it elsewhere and open the copy.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The library “{path}” is in use by another program: close that one, then try again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{path}” is not a library of Reader: open another file, or give a new name to start an empty library.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no room for the library “{path}” on its disk: free some, then try again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The library “{path}” could not be read or written: check the disk or the connection, then try again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The text is too long for the library “{path}”: split it into parts.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{path}” is a folder: give the name of a library file inside it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The library “{path}” was made by a newer version of Reader: update Reader to open it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There can&apos;t be a library at “{path}” ({reason}): choose another folder or name.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>kinds</name>
    <message>
        <source>Person</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Country</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Place</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Organization</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>People</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Countries</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Places</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Organizations</source>
        <translation type="unfinished"></translation>
    </message>
</context>
</TS>
