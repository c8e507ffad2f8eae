"""The inbox: documents that people put into a folder."""

from etl.model import SourceSpec

SOURCE = SourceSpec(source_id="inbox", name_ar="صندوق الوارد", name_en="Inbox")
