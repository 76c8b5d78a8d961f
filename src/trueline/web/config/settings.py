"""Django's settings, made from what the environment says of this instance."""

from __future__ import annotations

from pathlib import Path

from csp.constants import NONE, SELF

from trueline.limits import FILE_BYTES
from trueline.web.config.database import database
from trueline.web.config.hosts import names
from trueline.web.config.instance import from_environment
from trueline.web.config.mail import mail_settings

INSTANCE = from_environment()
WEB = Path(__file__).parent.parent

SECRET_KEY = INSTANCE.secret_key
ENCRYPTION_KEY = INSTANCE.encryption_key
DEBUG = False
ALLOWED_HOSTS = names(INSTANCE.hosts)
DATABASES = {"default": database(INSTANCE.database, INSTANCE.folder)}
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"

INSTALLED_APPS = [
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "django.contrib.sessions",
    "django.contrib.messages",
    "django.contrib.humanize",
    "django.contrib.staticfiles",
    "django.forms",
    "allauth",
    "allauth.account",
    "allauth.mfa",
    "allauth.socialaccount",
    "allauth.socialaccount.providers.openid_connect",
    "allauth.usersessions",
    "csp",
    "django_htmx",
    "django_tasks",
    "django_tasks_db",
    "trueline.web.config.apps.ConfigApp",
    "trueline.web.mail.apps.MailApp",
    "trueline.web.tasks.apps.TasksApp",
    "trueline.web.accounts",
    "trueline.web.audit",
    "trueline.web.attachments",
    "trueline.web.library",
    "trueline.web.idempotency",
    "trueline.web.documents",
    "trueline.web.comments",
    "trueline.web.sharing",
    "trueline.web.workspace",
    "trueline.web.designs",
    "trueline.web.legals",
    "trueline.web.plans",
    "trueline.web.monitoring",
    "trueline.web.appraisals",
]

MIDDLEWARE = [
    "trueline.web.config.stack_room.StackRoomMiddleware",
    "trueline.web.serving.health.HealthMiddleware",
    "trueline.web.config.database_trouble.DatabaseTroubleMiddleware",
    "csp.middleware.CSPMiddleware",
    "trueline.web.config.headers.HeadersMiddleware",
    "trueline.web.config.hosts.HostMiddleware",
    "django.middleware.security.SecurityMiddleware",
    "django.middleware.gzip.GZipMiddleware",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "django.middleware.locale.LocaleMiddleware",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "allauth.account.middleware.AccountMiddleware",
    "trueline.web.accounts.protection.guess_answers.GuessAnswersMiddleware",
    "trueline.web.accounts.protection.reauthentication.ReauthenticationMiddleware",
    "trueline.web.accounts.protection.link_guesses.LinkGuessesMiddleware",
    "trueline.web.accounts.second_step_gate.SecondStepMiddleware",
    "trueline.web.accounts.session_activity.SessionActivityMiddleware",
    "trueline.web.accounts.clocks.ClocksMiddleware",
    "django.contrib.messages.middleware.MessageMiddleware",
    "django_htmx.middleware.HtmxMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
    "trueline.web.config.only_forms.OnlyFormsMiddleware",
    "trueline.web.config.uploads.UploadLimitMiddleware",
    "trueline.web.config.over_limit.OverLimitMiddleware",
    "trueline.web.uploads.middleware.ReadingMiddleware",
    "trueline.web.idempotency.middleware.IdempotencyMiddleware",
]

ROOT_URLCONF = "trueline.web.config.urls"
WSGI_APPLICATION = "trueline.web.config.wsgi.application"
FORM_RENDERER = "django.forms.renderers.TemplatesSetting"
TEMPLATES = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "DIRS": [WEB / "templates"],
        "APP_DIRS": True,
        "OPTIONS": {
            "context_processors": [
                "django.template.context_processors.request",
                "django.template.context_processors.i18n",
                "django.contrib.auth.context_processors.auth",
                "django.contrib.messages.context_processors.messages",
                "trueline.web.config.context.site",
                "trueline.web.comments.context.mentions",
            ],
            "builtins": [
                "django.templatetags.i18n",
                "django.templatetags.static",
                "trueline.web.idempotency.templatetags.one_time_key",
                "trueline.web.config.templatetags.colon",
                "trueline.web.config.templatetags.current",
                "trueline.web.documents.templatetags.written",
            ],
        },
    }
]

# Who somebody is.
AUTH_USER_MODEL = "accounts.User"
AUTHENTICATION_BACKENDS = ["allauth.account.auth_backends.AuthenticationBackend"]
PASSWORD_HASHERS = [
    "trueline.web.accounts.hashing.Argon2PasswordHasher",
    "django.contrib.auth.hashers.PBKDF2PasswordHasher",
]
AUTH_PASSWORD_VALIDATORS = [
    {"NAME": f"django.contrib.auth.password_validation.{name}", "OPTIONS": options}
    for name, options in (
        ("UserAttributeSimilarityValidator", {}),
        ("MinimumLengthValidator", {"min_length": 12}),
        ("CommonPasswordValidator", {}),
        ("NumericPasswordValidator", {}),
    )
]
LOGIN_URL = "account_login"
LOGIN_REDIRECT_URL = "home"
ACCOUNT_ADAPTER = "trueline.web.accounts.adapter.AccountAdapter"
ACCOUNT_LOGIN_METHODS = {"email"}
ACCOUNT_SIGNUP_FIELDS = ["email*", "password1*", "password2*"]
ACCOUNT_SIGNUP_FORM_CLASS = "trueline.web.accounts.forms.SignUpForm"
ACCOUNT_FORMS = {
    name: f"trueline.web.accounts.signing_in.{form}"
    for name, form in (
        ("login", "LoginForm"),
        ("signup", "SignUpForm"),
        ("add_email", "AddEmailForm"),
        ("change_password", "ChangePasswordForm"),
        ("set_password", "SetPasswordForm"),
        ("reset_password", "ResetPasswordForm"),
        ("reset_password_from_key", "ResetPasswordKeyForm"),
        ("reauthenticate", "ReauthenticateForm"),
    )
}
ACCOUNT_USER_MODEL_USERNAME_FIELD = None
ACCOUNT_UNIQUE_EMAIL = True
ACCOUNT_EMAIL_VERIFICATION = "optional" if INSTANCE.mail else "none"
ACCOUNT_EMAIL_SUBJECT_PREFIX = "Trueline: "
ACCOUNT_EMAIL_NOTIFICATIONS = True  # written in accounts/protection/notices.py
ACCOUNT_REAUTHENTICATION_REQUIRED = True
ACCOUNT_REAUTHENTICATION_METHODS = ("password", "mfa")  # who reads the mail is not yet the owner
ACCOUNT_LOGOUT_ON_PASSWORD_CHANGE = False  # other devices are signed out all the same
ACCOUNT_SESSION_REMEMBER = True
# Guesses are counted in accounts/protection/guesses.py; these limit what is no guess.
ACCOUNT_RATE_LIMITS = {
    "signup": "60/h/ip",
    **dict.fromkeys(
        (
            "login",
            "login_failed",
            "reset_password",
            "reset_password_from_key",
            "reauthenticate",
            "change_password",
        ),
        "",
    ),
}
MFA_RATE_LIMITS = {"webauthn_login": ""}
MFA_ADAPTER = "trueline.web.accounts.second_step.SecondStepAdapter"
MFA_SUPPORTED_TYPES = ["totp", "webauthn", "recovery_codes"]
MFA_FORMS = {
    "authenticate": "trueline.web.accounts.signing_in.AuthenticateForm",
    "reauthenticate": "trueline.web.accounts.signing_in.ConfirmForm",
    "activate_totp": "trueline.web.accounts.signing_in.ActivateTOTPForm",
    "add_webauthn": "trueline.web.accounts.signing_in.AddWebAuthnForm",
    "authenticate_webauthn": "trueline.web.accounts.signing_in.AuthenticateWebAuthnForm",
    "reauthenticate_webauthn": "trueline.web.accounts.signing_in.ReauthenticateWebAuthnForm",
    "login_webauthn": "trueline.web.accounts.signing_in.LoginWebAuthnForm",
}
MFA_PASSKEY_LOGIN_ENABLED = True
MFA_ALLOW_UNVERIFIED_EMAIL = True  # a second step helps where no mail is sent, too
MFA_TOTP_ISSUER = "Trueline"
MFA_TOTP_TOLERANCE = 1  # a code is good for half a minute more: clocks differ, and people type
MFA_WEBAUTHN_ALLOW_INSECURE_ORIGIN = not INSTANCE.https
# Accounts elsewhere. Their provider was chosen by whoever runs the instance, and says who they are.
SOCIALACCOUNT_ADAPTER = "trueline.web.accounts.single_sign_on.SingleSignOnAdapter"
SOCIALACCOUNT_EMAIL_AUTHENTICATION = SOCIALACCOUNT_EMAIL_AUTHENTICATION_AUTO_CONNECT = True
SOCIALACCOUNT_EMAIL_VERIFICATION = (
    "none"  # an address that the provider has not confirmed is refused
)
SOCIALACCOUNT_PROVIDERS = INSTANCE.single_sign_on.providers if INSTANCE.single_sign_on else {}
USERSESSIONS_ADAPTER = "trueline.web.accounts.adapter.SessionsAdapter"
USERSESSIONS_TRACK_ACTIVITY = True
PASSWORD_RESET_TIMEOUT = 24 * 3600
CSRF_FAILURE_VIEW = "trueline.web.config.pages.form_expired"
# In the database, so that attempts are counted together where several processes serve.
CACHES = {
    "default": {
        "BACKEND": "django.core.cache.backends.db.DatabaseCache",
        "LOCATION": "trueline_cache",
        # Nobody may push counts out by making many; those that ended are deleted daily.
        "OPTIONS": {"MAX_ENTRIES": 50_000_000},
    }
}

# Work that takes longer than a visitor waits.
TASKS = {
    "default": {"BACKEND": "django_tasks_db.DatabaseBackend", "QUEUES": ["default", "readings"]}
}

# How it is reached.
FORCE_SCRIPT_NAME = INSTANCE.path or None
COOKIE_PATH = SESSION_COOKIE_PATH = CSRF_COOKIE_PATH = LANGUAGE_COOKIE_PATH = f"{INSTANCE.path}/"
# A browser takes a cookie of such a name only by https, from this very host, for all of it; under a
# path, where others may share the host, it is for that path alone.
_COOKIE = ("__Secure-" if INSTANCE.path else "__Host-") if INSTANCE.https else ""
SESSION_COOKIE_NAME = f"{_COOKIE}sessionid"
CSRF_COOKIE_NAME = f"{_COOKIE}csrftoken"
LANGUAGE_COOKIE_NAME = f"{_COOKIE}django_language"
DEVICE_COOKIE_NAME = f"{_COOKIE}device"
THEME_COOKIE_NAME = f"{_COOKIE}theme"
MESSAGES_COOKIE_NAME = f"{_COOKIE}messages"
SESSION_COOKIE_AGE = 14 * 24 * 3600
SESSION_COOKIE_HTTPONLY = CSRF_COOKIE_HTTPONLY = True
SESSION_COOKIE_SAMESITE = CSRF_COOKIE_SAMESITE = "Lax"
SESSION_COOKIE_SECURE = CSRF_COOKIE_SECURE = SECURE_SSL_REDIRECT = INSTANCE.https
SECURE_HSTS_SECONDS = 365 * 24 * 3600 if INSTANCE.https else 0
SECURE_HSTS_INCLUDE_SUBDOMAINS = INSTANCE.https_subdomains
SECURE_CONTENT_TYPE_NOSNIFF = True
SECURE_REFERRER_POLICY = "same-origin"
SECURE_CROSS_ORIGIN_OPENER_POLICY = "same-origin"
SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https") if INSTANCE.proxied else None
ALLAUTH_TRUSTED_PROXY_COUNT = 1 if INSTANCE.proxied else 0
CSRF_TRUSTED_ORIGINS = [
    f"{scheme}://{host}"
    for host in INSTANCE.hosts
    for scheme in (("https",) if INSTANCE.https else ("http", "https"))
]
X_FRAME_OPTIONS = "DENY"
CONTENT_SECURITY_POLICY = {
    "DIRECTIVES": {
        "default-src": [NONE],
        "object-src": [NONE],
        "script-src": [SELF],
        "style-src": [SELF],
        "img-src": [SELF, "data:"],
        "font-src": [SELF],
        "connect-src": [SELF],
        # Browsers ask it of where a form leads on to as well.
        "form-action": [
            SELF,
            *([INSTANCE.single_sign_on.origin] if INSTANCE.single_sign_on else []),
        ],
        "frame-ancestors": [NONE],
        "base-uri": [NONE],
        "manifest-src": [SELF],
    }
}

# What visitors send.
DATA_UPLOAD_MAX_MEMORY_SIZE = 2_500_000
DATA_UPLOAD_MAX_NUMBER_FIELDS = 5_000
DATA_UPLOAD_MAX_NUMBER_FILES = 1
FILE_UPLOAD_MAX_MEMORY_SIZE = 1_000_000
UPLOAD_LIMIT = FILE_BYTES.most
FILE_UPLOAD_HANDLERS = [
    "trueline.web.monitoring.uploading.StayInMemory",
    "django.core.files.uploadhandler.MemoryFileUploadHandler",
    "django.core.files.uploadhandler.TemporaryFileUploadHandler",
]

STATIC_URL = f"{INSTANCE.path}/static/"
STATICFILES_DIRS = [WEB / "static"]
STATIC_ROOT = INSTANCE.folder / "static"
STORAGES = {
    "default": {"BACKEND": "django.core.files.storage.FileSystemStorage"},
    "staticfiles": {"BACKEND": "trueline.web.config.static_files.GatheredFiles"},
    **({INSTANCE.files.alias: INSTANCE.files.storage} if INSTANCE.files else {}),
}
WHITENOISE_USE_FINDERS = True
WHITENOISE_MAX_AGE = 3600

USE_TZ = True
TIME_ZONE = "UTC"
LANGUAGE_CODE = "en"
FORMAT_MODULE_PATH = ["trueline.web.config.formats"]
LANGUAGES = [("en", "English"), ("fr", "Français"), ("ar", "العربية")]
LANGUAGE_COOKIE_SAMESITE = "Lax"
LOCALE_PATHS = [INSTANCE.folder / "locale"]

MESSAGE_STORAGE = "trueline.web.config.message_storage.MessageStorage"
globals().update(mail_settings(INSTANCE.mail, INSTANCE.mail_from))

LOGGING = {
    "version": 1,
    "disable_existing_loggers": False,
    "formatters": {
        "line": {
            "()": f"trueline.web.config.log_lines.{'AsJson' if INSTANCE.log == 'json' else 'WithoutSecrets'}",
            "fmt": "%(asctime)s %(levelname)s %(name)s: %(message)s",
        }
    },
    "handlers": {"console": {"class": "logging.StreamHandler", "formatter": "line"}},
    "root": {"handlers": ["console"], "level": "WARNING"},
    "loggers": {"waitress.queue": {"level": "ERROR"}},  # a line for every request that waits
}
