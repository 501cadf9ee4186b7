# 用前先执行：source 设置.sh
here="$(cd "$(dirname "${BASH_SOURCE[0]:-$0}")" && pwd)"
# 本单位的文件
export RENSHE_CORPUS="$here/文件"
# 状态：版本、数据库、索引。请定期备份
export RENSHE_HOME="$here/状态"
