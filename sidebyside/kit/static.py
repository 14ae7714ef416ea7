"""Static files named by their content, so that a browser keeps them for good."""

from whitenoise.storage import CompressedManifestStaticFilesStorage


class NamedByContent(CompressedManifestStaticFilesStorage):
    manifest_strict = False
