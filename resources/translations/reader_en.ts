<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en" sourcelanguage="en">
<context>
    <name>AddedNotice</name>
    <message numerus="yes">
        <source>The library has this text from %Ln more outlet(s).</source>
        <translation>
            <numerusform>The library has this text from %Ln more outlet.</numerusform>
            <numerusform>The library has this text from %Ln more outlets.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln annotation(s) kept their place.</source>
        <translation>
            <numerusform>%Ln annotation kept its place.</numerusform>
            <numerusform>%Ln annotations kept their place.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln lost it, and are kept.</source>
        <translation>
            <numerusform>%Ln lost it, and is kept.</numerusform>
            <numerusform>%Ln lost it, and are kept.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>AliasLine</name>
    <message numerus="yes">
        <source>%n more</source>
        <translation>
            <numerusform>%n more</numerusform>
            <numerusform>%n more</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>AllAnnotationsPage</name>
    <message numerus="yes">
        <source>%Ln annotation(s)</source>
        <translation>
            <numerusform>%Ln annotation</numerusform>
            <numerusform>%Ln annotations</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln of {total}</source>
        <translation>
            <numerusform>%Ln of {total}</numerusform>
            <numerusform>%Ln of {total}</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>AnnotationBook</name>
    <message numerus="yes">
        <source>delete %n annotation(s)</source>
        <translation>
            <numerusform>delete the annotation</numerusform>
            <numerusform>delete %n annotations</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>AnnotationCard</name>
    <message numerus="yes">
        <source>and %n more</source>
        <translation>
            <numerusform>and %n more</numerusform>
            <numerusform>and %n more</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>AnnotationDesk</name>
    <message numerus="yes">
        <source>%n annotation(s) deleted.</source>
        <translation>
            <numerusform>%n annotation deleted.</numerusform>
            <numerusform>%n annotations deleted.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n annotation(s) copied as Markdown.</source>
        <translation>
            <numerusform>%n annotation copied as Markdown.</numerusform>
            <numerusform>%n annotations copied as Markdown.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n annotation(s) changed.</source>
        <translation>
            <numerusform>%n annotation changed.</numerusform>
            <numerusform>%n annotations changed.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ArticleBook</name>
    <message numerus="yes">
        <source>%Ln article(s) moved to the trash.</source>
        <translation>
            <numerusform>%Ln article moved to the trash.</numerusform>
            <numerusform>%Ln articles moved to the trash.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln article(s) back in the library.</source>
        <translation>
            <numerusform>%Ln article back in the library.</numerusform>
            <numerusform>%Ln articles back in the library.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln article(s) marked as read.</source>
        <translation>
            <numerusform>%Ln article marked as read.</numerusform>
            <numerusform>%Ln articles marked as read.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln article(s) marked as unread.</source>
        <translation>
            <numerusform>%Ln article marked as unread.</numerusform>
            <numerusform>%Ln articles marked as unread.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>BackupDesk</name>
    <message numerus="yes">
        <source>Saved: %n article(s), {annotations} annotations, {notes} notes. This is the library from now on; the damaged one is still there.</source>
        <translation>
            <numerusform>Saved: %n article, {annotations} annotations, {notes} notes. This is the library from now on; the damaged one is still there.</numerusform>
            <numerusform>Saved: %n articles, {annotations} annotations, {notes} notes. This is the library from now on; the damaged one is still there.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>BackupDialog</name>
    <message numerus="yes">
        <source>%n article(s)</source>
        <translation>
            <numerusform>%n article</numerusform>
            <numerusform>%n articles</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n annotation(s)</source>
        <translation>
            <numerusform>%n annotation</numerusform>
            <numerusform>%n annotations</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n note(s)</source>
        <translation>
            <numerusform>%n note</numerusform>
            <numerusform>%n notes</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Counts</name>
    <message numerus="yes">
        <source>%Ln time(s) here</source>
        <translation>
            <numerusform>%Ln time here</numerusform>
            <numerusform>%Ln times here</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>in %Ln article(s)</source>
        <translation>
            <numerusform>in %Ln article</numerusform>
            <numerusform>in %Ln articles</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln correction(s) taken back.</source>
        <translation>
            <numerusform>%Ln correction taken back.</numerusform>
            <numerusform>%Ln corrections taken back.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln correction(s) done again.</source>
        <translation>
            <numerusform>%Ln correction done again.</numerusform>
            <numerusform>%Ln corrections done again.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln name(s) selected</source>
        <translation>
            <numerusform>%Ln name selected</numerusform>
            <numerusform>%Ln names selected</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln mention(s) confirmed</source>
        <translation>
            <numerusform>%Ln mention confirmed</numerusform>
            <numerusform>%Ln mentions confirmed</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>in all articles but for %Ln, corrected otherwise</source>
        <translation>
            <numerusform>in all articles but for %Ln, corrected otherwise</numerusform>
            <numerusform>in all articles but for %Ln, corrected otherwise</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>and %Ln more</source>
        <translation>
            <numerusform>and %Ln more</numerusform>
            <numerusform>and %Ln more</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln mention(s) confirmed.</source>
        <translation>
            <numerusform>%Ln mention confirmed.</numerusform>
            <numerusform>%Ln mentions confirmed.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>You said otherwise in %Ln other article(s), which stays so.</source>
        <translation>
            <numerusform>You said otherwise in %Ln other article, which stays so.</numerusform>
            <numerusform>You said otherwise in %Ln other articles, which stays so.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>It holds in %Ln more article(s) now.</source>
        <translation>
            <numerusform>It holds in %Ln more article now.</numerusform>
            <numerusform>It holds in %Ln more articles now.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>It stands %Ln more time(s) in this article.</source>
        <translation>
            <numerusform>It stands once more in this article.</numerusform>
            <numerusform>It stands %Ln more times in this article.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Drawer</name>
    <message numerus="yes">
        <source>%n mention(s)</source>
        <translation>
            <numerusform>%n mention</numerusform>
            <numerusform>%n mentions</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n article(s)</source>
        <translation>
            <numerusform>%n article</numerusform>
            <numerusform>%n articles</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>together in %n paragraph(s)</source>
        <translation>
            <numerusform>together in %n paragraph</numerusform>
            <numerusform>together in %n paragraphs</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>together in %n article(s)</source>
        <translation>
            <numerusform>together in %n article</numerusform>
            <numerusform>together in %n articles</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Drops</name>
    <message numerus="yes">
        <source>Drop %Ln file(s) to import them</source>
        <translation>
            <numerusform>Drop %Ln file to import it</numerusform>
            <numerusform>Drop %Ln files to import them</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>EntityHead</name>
    <message numerus="yes">
        <source>in %n article(s)</source>
        <translation>
            <numerusform>in %n article</numerusform>
            <numerusform>in %n articles</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ExportDesk</name>
    <message numerus="yes">
        <source>And %Ln more page(s).</source>
        <translation>
            <numerusform>And %Ln more page.</numerusform>
            <numerusform>And %Ln more pages.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>FindBar</name>
    <message numerus="yes">
        <source>%Ln place(s)</source>
        <translation>
            <numerusform>%Ln place</numerusform>
            <numerusform>%Ln places</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>HoverCard</name>
    <message numerus="yes">
        <source>%n other article(s)</source>
        <translation>
            <numerusform>%n other article</numerusform>
            <numerusform>%n other articles</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln article(s)</source>
        <translation>
            <numerusform>%Ln article</numerusform>
            <numerusform>%Ln articles</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ImportBar</name>
    <message numerus="yes">
        <source>about %Ln minute(s) left</source>
        <translation>
            <numerusform>about %Ln minute left</numerusform>
            <numerusform>about %Ln minutes left</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>about %Ln hour(s) left</source>
        <translation>
            <numerusform>about %Ln hour left</numerusform>
            <numerusform>about %Ln hours left</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>KindChip</name>
    <message numerus="yes">
        <source>%n such word(s) in the article.</source>
        <translation>
            <numerusform>%n such word in the article.</numerusform>
            <numerusform>%n such words in the article.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>LabelBook</name>
    <message numerus="yes">
        <source>%Ln article(s) put under “{name}”.</source>
        <translation>
            <numerusform>%Ln article put under “{name}”.</numerusform>
            <numerusform>%Ln articles put under “{name}”.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln article(s) taken out of “{name}”.</source>
        <translation>
            <numerusform>%Ln article taken out of “{name}”.</numerusform>
            <numerusform>%Ln articles taken out of “{name}”.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>LinkQuestion</name>
    <message numerus="yes">
        <source>Throughout this article (%n mention(s))</source>
        <translation>
            <numerusform>Throughout this article (%n mention)</numerusform>
            <numerusform>Throughout this article (%n mentions)</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>“{0}” in this article, %n mention(s): your choice</source>
        <translation>
            <numerusform>“{0}” in this article, %n mention: your choice</numerusform>
            <numerusform>“{0}” in this article, %n mentions: your choice</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>“{0}” in %n mention(s): your choice</source>
        <translation>
            <numerusform>“{0}” in %n mention: your choice</numerusform>
            <numerusform>“{0}” in %n mentions: your choice</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ListFoot</name>
    <message numerus="yes">
        <source>%Ln rejected</source>
        <translation>
            <numerusform>%Ln rejected</numerusform>
            <numerusform>%Ln rejected</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>NetworkControls</name>
    <message numerus="yes">
        <source>%n name(s)</source>
        <translation>
            <numerusform>%n name</numerusform>
            <numerusform>%n names</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n link(s)</source>
        <translation>
            <numerusform>%n link</numerusform>
            <numerusform>%n links</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>, %n more left out</source>
        <comment>names</comment>
        <translation>
            <numerusform>, %n more left out</numerusform>
            <numerusform>, %n more left out</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>, %n weaker left out</source>
        <comment>links</comment>
        <translation>
            <numerusform>, %n weaker left out</numerusform>
            <numerusform>, %n weaker left out</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n found</source>
        <translation>
            <numerusform>%n found</numerusform>
            <numerusform>%n found</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>NoteDesk</name>
    <message numerus="yes">
        <source>%n word(s)</source>
        <translation>
            <numerusform>%n word</numerusform>
            <numerusform>%n words</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>OverTime</name>
    <message numerus="yes">
        <source>%n article(s)</source>
        <translation>
            <numerusform>%n article</numerusform>
            <numerusform>%n articles</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>OverviewStrip</name>
    <message numerus="yes">
        <source>%n annotation(s)</source>
        <translation>
            <numerusform>%n annotation</numerusform>
            <numerusform>%n annotations</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n mention(s) of the selected name</source>
        <translation>
            <numerusform>%n mention of the selected name</numerusform>
            <numerusform>%n mentions of the selected name</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>PageRows</name>
    <message numerus="yes">
        <source>also in %n other(s)</source>
        <translation>
            <numerusform>also in one other</numerusform>
            <numerusform>also in %n others</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n article(s)</source>
        <translation>
            <numerusform>%n article</numerusform>
            <numerusform>%n articles</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>together in %n</source>
        <translation>
            <numerusform>together in %n</numerusform>
            <numerusform>together in %n</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>PrintDialog</name>
    <message numerus="yes">
        <source>%Ln passage(s) with a comment or tags.</source>
        <translation>
            <numerusform>%Ln passage with a comment or tags.</numerusform>
            <numerusform>%Ln passages with a comment or tags.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ReviewLine</name>
    <message numerus="yes">
        <source>%n to review</source>
        <translation>
            <numerusform>%n to review</numerusform>
            <numerusform>%n to review</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n without a place</source>
        <translation>
            <numerusform>%n without a place</numerusform>
            <numerusform>%n without a place</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>SeveralBar</name>
    <message numerus="yes">
        <source>%n chosen</source>
        <translation>
            <numerusform>%n chosen</numerusform>
            <numerusform>%n chosen</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>StackBadge</name>
    <message numerus="yes">
        <source>%n mark(s) lie here: choose one</source>
        <translation>
            <numerusform>%n mark lies here: choose it</numerusform>
            <numerusform>%n marks lie here: choose one</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>StatusLine</name>
    <message numerus="yes">
        <source>%Ln word(s)</source>
        <translation>
            <numerusform>%Ln word</numerusform>
            <numerusform>%Ln words</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln name(s)</source>
        <translation>
            <numerusform>%Ln name</numerusform>
            <numerusform>%Ln names</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln annotation(s)</source>
        <translation>
            <numerusform>%Ln annotation</numerusform>
            <numerusform>%Ln annotations</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>_Counts</name>
    <message numerus="yes">
        <source>%n mention(s)</source>
        <translation>
            <numerusform>%n mention</numerusform>
            <numerusform>%n mentions</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n demonym(s)</source>
        <translation>
            <numerusform>%n demonym</numerusform>
            <numerusform>%n demonyms</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>in %Ln article(s) of the library</source>
        <translation>
            <numerusform>in %Ln article of the library</numerusform>
            <numerusform>in %Ln articles of the library</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>The %Ln selected article(s)</source>
        <translation>
            <numerusform>The selected article</numerusform>
            <numerusform>The %Ln selected articles</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln article(s)</source>
        <translation>
            <numerusform>%Ln article</numerusform>
            <numerusform>%Ln articles</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln name(s)</source>
        <translation>
            <numerusform>%Ln name</numerusform>
            <numerusform>%Ln names</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln annotation(s)</source>
        <translation>
            <numerusform>%Ln annotation</numerusform>
            <numerusform>%Ln annotations</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln file(s) written.</source>
        <translation>
            <numerusform>%Ln file written.</numerusform>
            <numerusform>%Ln files written.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln unchanged.</source>
        <translation>
            <numerusform>%Ln unchanged.</numerusform>
            <numerusform>%Ln unchanged.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln earlier page(s) not in this export stay(s).</source>
        <translation>
            <numerusform>%Ln earlier page that is not in this export stays.</numerusform>
            <numerusform>%Ln earlier pages that are not in this export stay.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>_Words</name>
    <message numerus="yes">
        <source>%Ln annotation(s)</source>
        <translation>
            <numerusform>%Ln annotation</numerusform>
            <numerusform>%Ln annotations</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln note(s)</source>
        <translation>
            <numerusform>%Ln note</numerusform>
            <numerusform>%Ln notes</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Also in %Ln outlet(s)</source>
        <translation>
            <numerusform>Also in %Ln outlet</numerusform>
            <numerusform>Also in %Ln outlets</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln article(s)</source>
        <translation>
            <numerusform>%Ln article</numerusform>
            <numerusform>%Ln articles</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln selected</source>
        <translation>
            <numerusform>%Ln selected</numerusform>
            <numerusform>%Ln selected</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln word(s)</source>
        <translation>
            <numerusform>%Ln word</numerusform>
            <numerusform>%Ln words</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n mark(s) here</source>
        <translation>
            <numerusform>%n mark here</numerusform>
            <numerusform>%n marks here</numerusform>
        </translation>
    </message>
</context>
</TS>
