"""The MkDocs plugin: lets MkDocs render hand-written pages and shells, and hands the rest to `build.py`.

One of the two modules that know MkDocs. MkDocs works in a folder of its own; the published folder is touched only at
the end, when everything is known to be right.
"""

import errno
import logging
from collections.abc import Callable, Iterable
from contextlib import ExitStack
from datetime import UTC, date, datetime, timedelta, timezone
from functools import partial
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any, Literal

from jinja2 import TemplateError
from mkdocs.commands.build import build as mkdocs_build
from mkdocs.config import load_config
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import Abort, BuildError, MkDocsException, PluginError
from mkdocs.livereload import LiveReloadServer
from mkdocs.plugins import BasePlugin
from mkdocs.structure.files import File, Files, InclusionLevel
from mkdocs.structure.nav import Navigation
from mkdocs.structure.pages import Page
from mkdocs.utils import CountHandler
from yaml import YAMLError

from generator.assets import Assets, make_assets
from generator.build import Loaded, Written, load, write
from generator.issues import has_errors
from generator.lock import BusyError, locked
from generator.options import CatalogueOptions, read_bundle, read_corrections, read_endpoint, read_office
from generator.pages.navigation import PageWords, all_words, words_for_page
from generator.pages.plan import DEPTHS
from generator.pages.shell import HOLES, HOLES_OF_ONE_LANGUAGE, Shell, read_shell
from generator.pages.texts import read_texts
from generator.preview import Preview
from generator.progress.phases import SILENT, Progress
from generator.refusals import refusal_issues
from generator.report import render_text, summary
from generator.settings import Settings
from generator.site import PartlyPublishedError
from generator.writing import UnwritableError, temporary_folder, unwritable, writing

log = logging.getLogger("mkdocs.plugins.catalogue")

SHELL_FOLDER = "shell"
UNPUBLISHED = ("assets/javascripts/", "catalogue/", "styles/", "scripts/", "assets/stylesheets/palette", "sitemap.xml")
"""Files of the themes that the site does not need: Material's scripts, sources that are joined, MkDocs' own sitemap."""
WRITING_ERRORS = (errno.ENOSPC, errno.EDQUOT, errno.EROFS, errno.EFBIG)
"""What the system answers only to who writes; MkDocs may have been writing too."""
VIETNAM = timezone(timedelta(hours=7))


def today() -> date:
    """Today in Việt Nam: the one place where the clock is read."""
    return datetime.now(UTC).astimezone(VIETNAM).date()


class BuildStopped(RuntimeError):  # noqa: N818  nothing failed: the records have mistakes, or a warning is strict
    """A build that did not publish; its text is empty when all has been told already.

    The published site is as it was, unless the machine refused at the very end (`PartlyPublishedError`).
    """


def build_site(config_file: str | None, as_of: date | None = None, progress: Progress = SILENT) -> Written:
    """Build the site as `mkdocs build --strict` does; raises `BuildStopped` when it could not be built."""
    config = load_config(config_file, strict=True)
    plugin = find_plugin(config)
    plugin.progress = progress
    progress.speak(plugin.config.messages)
    if as_of:
        plugin.config.as_of = as_of.isoformat()
    config.plugins.on_startup(command="build", dirty=False)
    try:
        mkdocs_build(config)
    except (Abort, BuildError) as error:
        told = isinstance(error.__context__, BuildError | BusyError | OSError)
        raise BuildStopped("" if told else str(error)) from error
    finally:
        config.plugins.on_shutdown()
    if plugin.written is None:
        message = "MkDocs ended without publishing"
        raise BuildStopped(message)
    return plugin.written


def read_settings(config_file: str | None, as_of: date | None = None) -> Settings:
    """The settings that `mkdocs.yml` gives, without building anything."""
    config = load_config(config_file)
    plugin = find_plugin(config)
    if as_of:
        plugin.config.as_of = as_of.isoformat()
    return plugin.make_settings(config)


def find_plugin(config: MkDocsConfig) -> "CataloguePlugin":
    """Our plugin in a loaded configuration; raises `PluginError` when it is not switched on."""
    for plugin in config.plugins.values():
        if isinstance(plugin, CataloguePlugin):
            return plugin
    message = "mkdocs.yml does not switch on the plugin 'catalogue'"
    raise PluginError(message)


class CataloguePlugin(BasePlugin[CatalogueOptions]):
    """Hooks of one build. Keeps what one hook makes for the next."""

    settings: Settings
    written: Written | None = None
    progress: Progress = SILENT

    def __init__(self) -> None:
        """Start with nothing."""
        self._serving = False
        self._held = ExitStack()
        self._loaded: Loaded
        self._assets: Assets
        self._words: dict[str, PageWords]
        self._shells: dict[str, dict[int, Shell]] = {}
        self.preview: Preview | None = None
        """Under `mkdocs serve`, what the last build was made from."""

    def on_startup(self, *, command: Literal["build", "gh-deploy", "serve"], dirty: bool) -> None:  # noqa: ARG002
        """Remember whether somebody is looking while they edit."""
        self._serving = command == "serve"

    def on_shutdown(self) -> None:
        """Leave nothing behind, also after a build that failed."""
        self._held.close()

    def on_config(self, config: MkDocsConfig) -> MkDocsConfig:
        """Read the settings and let MkDocs write into a folder of its own."""
        self.settings = self.make_settings(config)
        config.theme.static_templates.discard("sitemap.xml")
        with writing(temporary_folder()):
            config.site_dir = self._held.enter_context(TemporaryDirectory(prefix="catalogue-"))
        return config

    def on_serve(self, server: LiveReloadServer, *, config: MkDocsConfig, builder: Any) -> LiveReloadServer:  # noqa: ARG002
        """Show a saved record at once, and have MkDocs take a build that failed for one that ended.

        Else it answers no page until one succeeds.
        """
        server.builder = partial(self._build_served, server, partial(build_if_possible, server.builder))
        return server

    def _build_served(self, server: LiveReloadServer, build: Callable[[], None]) -> None:
        """Make the pages of products that were saved, and have the whole build follow; or build the whole at once."""
        preview, self.preview = self.preview, None
        if preview and preview.refresh():
            ask_again(server)
        else:
            build()

    def make_settings(self, config: MkDocsConfig) -> Settings:
        """Frozen settings from the options and the site's own entries."""
        root = Path(config.config_file_path).resolve().parent
        if not config.site_url:
            message = "mkdocs.yml needs a site_url: links, feeds and shared pages name the full address"
            raise PluginError(message)
        check_options(self.config)
        check_site_folder(Path(config.site_dir), (root / self.config.products, Path(config.theme.custom_dir or root)))
        return Settings(
            site_name=config.site_name,
            site_url=config.site_url.rstrip("/") + "/",
            products=root / self.config.products,
            theme=Path(config.theme.custom_dir or root / "theme"),
            site=Path(config.site_dir).absolute(),
            as_of=_as_of_day(self.config.as_of) if self.config.as_of else today(),
            languages=tuple(self.config.languages),
            page_size=self.config.page_size,
            processes=1 if self._serving else self.config.processes,
            cache=root / self.config.cache,
            bundle=read_bundle(self.config.bundle, self.config.languages),
            codes=self.config.codes,
            site_names=self.config.site_names,
            limit=self.config.limit_on_serve if self._serving else None,
            office=read_office(self.config.promotion_office),
            enquiry_endpoint=read_endpoint(self.config.enquiry_endpoint),
            corrections=read_corrections(self.config.corrections),
        )

    def on_pre_build(self, *, config: MkDocsConfig) -> None:  # noqa: ARG002
        """Load all records before anything is wiped; stop with every mistake told, or when another build is running."""
        if not self._serving:
            self._held.enter_context(locked(self.settings.site))
        self._loaded = load(self.settings, self.progress)
        issues, language = self._loaded.issues, self.config.messages
        if has_errors(issues):
            for line in render_text(issues, language).splitlines()[:-1]:
                log.error(line)
            raise PluginError(summary(issues, language, unchanged=True))
        if issues:
            log.info(summary(issues, language, unchanged=False))
        self.progress.begin("texts")
        self._assets = make_assets(self.settings.theme)
        texts = {language: read_texts(self.settings.theme, language) for language in self.settings.languages}
        self._words = all_words(self.settings, texts, self._assets)

    def on_files(self, files: Files, *, config: MkDocsConfig) -> Files:
        """Add a shell for every language and depth; leave out files of the theme that the site does not need."""
        for language in self.settings.languages:
            for depth in DEPTHS:
                files.append(_shell_file(config, language, depth))
        for file in list(files):
            if file.src_uri.startswith(UNPUBLISHED) or file.src_uri.endswith(".map"):
                files.remove(file)
        self.progress.expect(len(files.documentation_pages()))
        return files

    def on_page_context(self, context: Any, *, page: Page, config: MkDocsConfig, nav: Navigation) -> Any:  # noqa: ARG002
        """Set the language of one page: one build makes all languages."""
        language = page.file.src_uri.partition("/")[0]
        words = self._words.get(language) or self._words[self.settings.main_language]
        config.theme["language"] = words.language
        context["catalogue"] = words_for_page(words, self.settings, page.url)
        return context

    def on_template_context(self, context: Any, *, template_name: str, config: MkDocsConfig) -> Any:  # noqa: ARG002
        """Give the page for unknown addresses its words, in the main language."""
        words = self._words[self.settings.main_language]
        config.theme["language"] = words.language
        context["catalogue"] = words
        return context

    def on_post_page(self, output: str, *, page: Page, config: MkDocsConfig) -> str:  # noqa: ARG002
        """Keep the HTML of shells and have MkDocs skip them."""
        self.progress.advance()
        if not page.meta.get(SHELL_FOLDER):
            return output
        language, depth = page.file.src_uri.partition("/")[0], page.url.count("/")
        holes = HOLES if len(self.settings.languages) > 1 else HOLES_OF_ONE_LANGUAGE
        self._shells.setdefault(language, {})[depth] = read_shell(output, "../" * depth, holes)
        return ""

    def on_post_build(self, *, config: MkDocsConfig) -> None:
        """Publish: our pages and outputs, and what MkDocs made; unless MkDocs will end with its warnings as errors."""
        if _counts_warnings() and not self._serving:
            return
        made = _read_folder(Path(config.site_dir))
        self.written = write(self._loaded, self.settings, self._shells, self._assets, made, self.progress)
        self.preview = Preview.of(self._loaded, self.settings, self._shells, self._assets) if self._serving else None
        self._held.close()
        log.info("%s files, %s written, %s removed", self.written.files, self.written.changed, self.written.removed)

    def on_build_error(self, *, error: Exception) -> None:
        """Tell what the machine refused in the words in which mistakes are told; let other errors go on as they are."""
        self._held.close()
        if isinstance(error, OSError) and error.errno in WRITING_ERRORS:
            error = unwritable(error, error.filename2 or error.filename or temporary_folder())
        if isinstance(error, BusyError | UnwritableError):
            issues, unchanged = refusal_issues(error, self.settings), not isinstance(error, PartlyPublishedError)
            for line in render_text(issues, self.config.messages, unchanged=unchanged).splitlines():
                log.error(line)
            raise Abort("") from error


def build_if_possible(build: Callable[[], None]) -> None:
    """Build for somebody who edits; with a mistake in what they saved, what was built before stays."""
    try:
        build()
    except Abort:
        pass  # every mistake has been told, and that the pages stay as they were
    except (MkDocsException, TemplateError, YAMLError) as error:
        log.error("%s: %s. Mend it and save again.", type(error).__name__, error)  # noqa: TRY400  not a bug of ours


def ask_again(server: LiveReloadServer) -> None:
    """Have the server build once more, as it does when a file has changed; MkDocs has no other way to ask for it."""
    with server._rebuild_cond:  # noqa: SLF001
        server._want_rebuild = True  # noqa: SLF001


def check_options(options: CatalogueOptions) -> None:
    """Refuse what no catalogue can be made with; raises `PluginError`."""
    if not options.languages:
        raise PluginError("mkdocs.yml: languages of the plugin 'catalogue' must name vi, en or both")
    for name in ("page_size", "processes", "limit_on_serve"):
        if options[name] is not None and options[name] < 1:
            raise PluginError(f"mkdocs.yml: {name} of the plugin 'catalogue' must be 1 or more")


def check_site_folder(site: Path, sources: Iterable[Path]) -> None:
    """Refuse a site folder in which a build would remove what it is made from; raises `PluginError`."""
    folder = site.resolve()
    for source in (one.resolve() for one in sources):
        if folder.is_relative_to(source) or source.is_relative_to(folder):
            raise PluginError(f"mkdocs.yml: site_dir {site.name!r} and {source.name!r} must not lie in each other")


def _counts_warnings() -> bool:
    """Whether MkDocs was asked to be strict and has warned; it stops only after the hooks of the build."""
    handlers = logging.getLogger("mkdocs").handlers
    return any(isinstance(handler, CountHandler) and handler.get_counts() for handler in handlers)


def _as_of_day(value: object) -> date:
    try:
        return date.fromisoformat(str(value))
    except ValueError as error:
        raise PluginError(f"mkdocs.yml: as_of is {str(value)!r}, must be a day like 2026-11-23") from error


def _shell_file(config: MkDocsConfig, language: str, depth: int) -> File:
    """A page that exists only in memory, at the depth of the pages it will be the shell of."""
    folders = [language, *[SHELL_FOLDER] * (depth - 1)]
    content = f"---\n{SHELL_FOLDER}: true\ntitle: {SHELL_FOLDER}\n---\n"
    return File.generated(
        config, "/".join([*folders, "index.md"]), content=content, inclusion=InclusionLevel.NOT_IN_NAV
    )


def _read_folder(folder: Path) -> dict[str, bytes]:
    """The files below a folder by their path in it."""
    return {
        file.relative_to(folder).as_posix(): file.read_bytes() for file in sorted(folder.rglob("*")) if file.is_file()
    }
