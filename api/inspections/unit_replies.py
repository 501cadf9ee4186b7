"""What is sent back of the register of units."""

from __future__ import annotations

from pydantic import BaseModel, Field


class UnitReply(BaseModel):
    """One unit of the register."""

    id: str = Field(description="名录里的编号")
    name: str = Field(description="名称")
    regimes: list[str] = Field(description="属于哪些监管制度")
    attributes: dict[str, str] = Field(description="其他各列")


class UnitsReply(BaseModel):
    """A page of the register."""

    units: list[UnitReply] = Field(description="按名称排列")
    total: int = Field(description="一共几家")
    next: str | None = Field(description="下一页的 after；没有下一页时为空")


class RowReply(UnitReply):
    """One unit as a file has it."""

    known: bool = Field(description="名录里已有这个编号，导入后更新")


class LookThroughReply(BaseModel):
    """What a file holds; nothing is changed."""

    rows: list[RowReply] = Field(description="读出的单位，最多 200 家")
    total: int = Field(description="一共读出几家")
    problems: list[str] = Field(description="会跳过或合并的行")
    refused: list[str] = Field(description="有错的行，每行一句；改好以前不能导入")


class ImportReply(BaseModel):
    """What an import did."""

    imported: int = Field(description="新增或更新了几家")
    problems: list[str] = Field(description="跳过或合并的行")
