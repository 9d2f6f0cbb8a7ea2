#!/usr/bin/env bash
# The app and its disk image for macOS, signed and notarized where there are the means to.
# Not tried: there was no Mac to try it on.
#
#   python3 -m venv .venv-bundle
#   .venv-bundle/bin/pip install . -r packaging/bundle/requirements.txt
#   packaging/macos/build.sh
#
# To sign: export SIGNING_IDENTITY="Developer ID Application: … (TEAMID)".
# To notarize: store the credentials once with `xcrun notarytool store-credentials reader`, and
# export NOTARY_PROFILE=reader. Unsigned, the user has to allow the app in the system's settings.
set -euo pipefail
cd "$(dirname "$0")/../.."

python=.venv-bundle/bin/python
version=$($python -c 'import reader; print(reader.__version__)')
app=dist/Reader.app
image=dist/reader-$version-macos-$(uname -m).dmg

$python packaging/bundle/build.py
/usr/libexec/PlistBuddy -c "Set :CFBundleShortVersionString $version" "$app/Contents/Info.plist"

if [ -n "${SIGNING_IDENTITY:-}" ]; then
    sign() {
        codesign --force --timestamp --options runtime --sign "$SIGNING_IDENTITY" \
            --entitlements packaging/macos/entitlements.plist "$@"
    }
    # What lies innermost first: a signature covers those within.
    find "$app/Contents" -type f \( -name '*.so' -o -name '*.dylib' -o -name pandoc \) -print0 |
        while IFS= read -r -d '' file; do sign "$file"; done
    sign "$app"
    codesign --verify --deep --strict "$app"
fi

rm -f "$image"
staging=$(mktemp -d)
trap 'rm -rf "$staging"' EXIT
cp -R "$app" "$staging/"
ln -s /Applications "$staging/Applications"
hdiutil create -volname Reader -srcfolder "$staging" -ov -format ULFO "$image"

if [ -n "${SIGNING_IDENTITY:-}" ]; then
    codesign --timestamp --sign "$SIGNING_IDENTITY" "$image"
fi
if [ -n "${NOTARY_PROFILE:-}" ]; then
    xcrun notarytool submit "$image" --keychain-profile "$NOTARY_PROFILE" --wait
    xcrun stapler staple "$image"
fi
ls -l "$image"
