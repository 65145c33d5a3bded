// The lists of the Insights page: what stands in each table, filled from a board. GUI thread.
#pragma once

#include "service/handoff_service.h"
#include "service/insight_board.h"
#include "ui/common/figure_table.h"

namespace dimsum {

// So many rows a list shows; the export has all.
inline constexpr std::size_t mostInsightRows = 500;

QString accountLabel(const Snapshot &snapshot, std::uint32_t row); // name, else key

FigureTable *makeHighTable(bool brief);
void fillHigh(FigureTable &table, const InsightBoard &board, bool brief);
FigureTable *makeMissTable();
void fillMisses(FigureTable &table, const InsightBoard &board);
FigureTable *makePairTable(bool brief);
// `pairs` of the board, or those of a part of the market.
void fillPairs(FigureTable &table, const InsightBoard &board, std::span<const JourneyPair> pairs, bool brief);
FigureTable *makeStepTable(bool brief);
void fillSteps(FigureTable &table, const InsightBoard &board, bool brief);
FigureTable *makeAlikeTable(bool brief);
void fillAlike(FigureTable &table, const InsightBoard &board, bool brief);
FigureTable *makeBlockTable();
void fillBlocks(FigureTable &table, const InsightBoard &board);
FigureTable *makeCommitteeTable();
void fillCommittees(FigureTable &table, const InsightBoard &board);
// Hit rates of the kinds of actions that people judged, in one sentence; empty where nobody did.
QString hitRateWords(const InsightBoard &board);
FigureTable *makeActionTable();
void fillActions(FigureTable &table, const InsightBoard &board);

FigureTable *makeHandOffTable();
void fillHandOffs(FigureTable &table, const std::vector<HandOffLine> &lines);

} // namespace dimsum
