; The installer for Windows, for Inno Setup 6.3 or newer. Not tried: there was no Windows to try it on.
;
;   py -m venv .venv-bundle
;   .venv-bundle\Scripts\pip install . -r packaging\bundle\requirements.txt
;   .venv-bundle\Scripts\python packaging\bundle\build.py
;   iscc /DVersion=0.1.0 packaging\windows\reader.iss
;
; It installs for the user alone, without an administrator. To sign it, give Inno Setup a sign tool
; named "reader" (Tools > Configure Sign Tools) and add /DSigned; without a signature SmartScreen
; warns of it.

#ifndef Version
  #error Give the version: /DVersion=0.1.0
#endif
#define Id "org.reader_project.Reader"

[Setup]
AppId={{7C1B5E7A-54C5-4B2E-9F5D-2E1C9A4F6D10}
AppName=Reader
AppVersion={#Version}
AppPublisher=The Reader project
DefaultDirName={autopf}\Reader
DefaultGroupName=Reader
DisableProgramGroupPage=yes
PrivilegesRequired=lowest
ArchitecturesAllowed=x64compatible
ArchitecturesInstallIn64BitMode=x64compatible
LicenseFile=..\..\LICENSE
OutputDir=..\..\dist
OutputBaseFilename=reader-{#Version}-windows-x64
UninstallDisplayIcon={app}\reader.exe
Compression=lzma2/max
SolidCompression=yes
ChangesAssociations=yes
WizardStyle=modern
#ifdef Signed
SignTool=reader
SignedUninstaller=yes
#endif

[Languages]
Name: "es"; MessagesFile: "compiler:Languages\Spanish.isl"
Name: "en"; MessagesFile: "compiler:Default.isl"

[CustomMessages]
es.OpenWith=Añadir Reader a «Abrir con» de los formatos que lee
en.OpenWith=Add Reader to "Open with" of the formats that it reads

[Tasks]
Name: "associate"; Description: "{cm:OpenWith}"
Name: "desktopicon"; Description: "{cm:CreateDesktopIcon}"; Flags: unchecked

[Files]
Source: "..\..\dist\reader\*"; DestDir: "{app}"; Flags: recursesubdirs ignoreversion

[InstallDelete]
; What an earlier version had and this one hasn't; nothing of the user's is there.
Type: filesandordirs; Name: "{app}\_internal"

[Icons]
Name: "{group}\Reader"; Filename: "{app}\reader.exe"; AppUserModelID: "{#Id}"
Name: "{autodesktop}\Reader"; Filename: "{app}\reader.exe"; Tasks: desktopicon; AppUserModelID: "{#Id}"

[Registry]
Root: HKA; Subkey: "Software\Classes\{#Id}"; ValueType: string; ValueData: "Reader"; Flags: uninsdeletekey
Root: HKA; Subkey: "Software\Classes\{#Id}\DefaultIcon"; ValueType: string; ValueData: "{app}\reader.exe,0"
Root: HKA; Subkey: "Software\Classes\{#Id}\shell\open\command"; ValueType: string; ValueData: """{app}\reader.exe"" ""%1"""
; Offered under "Open with", never made the default of anything.
#define Associate(Suffix) 'Root: HKA; Subkey: "Software\Classes\' + Suffix + '\OpenWithProgids"; ValueType: string; ValueName: "' + Id + '"; ValueData: ""; Flags: uninsdeletevalue; Tasks: associate'
#emit Associate(".txt")
#emit Associate(".md")
#emit Associate(".html")
#emit Associate(".htm")
#emit Associate(".mhtml")
#emit Associate(".pdf")
#emit Associate(".docx")
#emit Associate(".odt")
#emit Associate(".rtf")
#emit Associate(".epub")
#emit Associate(".eml")
; Addresses into the library.
Root: HKA; Subkey: "Software\Classes\reader"; ValueType: string; ValueData: "URL:Reader"; Flags: uninsdeletekey
Root: HKA; Subkey: "Software\Classes\reader"; ValueType: string; ValueName: "URL Protocol"; ValueData: ""
Root: HKA; Subkey: "Software\Classes\reader\shell\open\command"; ValueType: string; ValueData: """{app}\reader.exe"" ""%1"""

[Run]
Filename: "{app}\reader.exe"; Description: "{cm:LaunchProgram,Reader}"; Flags: nowait postinstall skipifsilent
