"""The page as Airflow's plugin loader wants it. The only file here that it runs by itself: `.airflowignore`."""

from typing import Any
from urllib.parse import urlsplit

from airflow.configuration import conf
from airflow.plugins_manager import AirflowPlugin

from plugins.warehouse_page.app import PREFIX, protected_app

_ROOT = urlsplit(conf.get("api", "base_url", fallback="")).path.rstrip("/")


class WarehousePagePlugin(AirflowPlugin):
    """The page in the navigation, and as a tab of each run: the articles of its news day."""

    name = "warehouse_page"
    # Airflow declares these as attributes of an instance and reads them from the class.
    fastapi_apps: list[Any] = [  # noqa: RUF012
        {"app": protected_app(), "url_prefix": PREFIX, "name": "Warehouse of the Arabic press"}
    ]
    external_views: list[Any] = [  # noqa: RUF012
        {
            "name": "Rasad رصد",
            "href": f"{_ROOT}{PREFIX}/",
            "destination": "nav",
            "nav_top_level": True,
            "url_route": "rasad",
            "icon": f"{_ROOT}{PREFIX}/icon.svg",
            "icon_dark_mode": f"{_ROOT}{PREFIX}/icon-dark.svg",
        },
        {
            "name": "News",
            "href": f"{_ROOT}{PREFIX}/?dag={{DAG_ID}}&run={{RUN_ID}}",
            "destination": "dag_run",
            "url_route": "rasad-day",
            "icon": f"{_ROOT}{PREFIX}/icon.svg",
            "icon_dark_mode": f"{_ROOT}{PREFIX}/icon-dark.svg",
        },
    ]
