#include "app/cli/command_table.h"

#include "app/cli/attribute_command.h"
#include "app/cli/check_command.h"
#include "app/cli/demo_command.h"
#include "app/cli/export_command.h"
#include "app/cli/generate_command.h"
#include "app/cli/icp_command.h"
#include "app/cli/import_command.h"
#include "app/cli/imports_command.h"
#include "app/cli/insights_command.h"
#include "app/cli/menu_command.h"
#include "app/cli/move_command.h"
#include "app/cli/new_command.h"
#include "app/cli/order_command.h"
#include "app/cli/orders_command.h"
#include "app/cli/pin_command.h"
#include "app/cli/policy_command.h"
#include "app/cli/program_command.h"
#include "app/cli/retier_command.h"
#include "app/cli/roi_command.h"
#include "app/cli/screenshot_command.h"
#include "app/cli/undo_import_command.h"
#include "app/cli/unpin_command.h"

namespace dimsum::cli {

CommandTable commandTable()
{
    CommandTable table;
    table.push_back(std::make_unique<NewCommand>());
    table.push_back(std::make_unique<DemoCommand>());
    table.push_back(std::make_unique<GenerateCommand>());
    table.push_back(std::make_unique<ImportCommand>());
    table.push_back(std::make_unique<ImportsCommand>());
    table.push_back(std::make_unique<UndoImportCommand>());
    table.push_back(std::make_unique<IcpCommand>());
    table.push_back(std::make_unique<PolicyCommand>());
    table.push_back(std::make_unique<RetierCommand>());
    table.push_back(std::make_unique<PinCommand>());
    table.push_back(std::make_unique<UnpinCommand>());
    table.push_back(std::make_unique<MenuCommand>());
    table.push_back(std::make_unique<ProgramCommand>());
    table.push_back(std::make_unique<OrderCommand>());
    table.push_back(std::make_unique<OrdersCommand>());
    table.push_back(std::make_unique<MoveCommand>());
    table.push_back(std::make_unique<ExportCommand>());
    table.push_back(std::make_unique<InsightsCommand>());
    table.push_back(std::make_unique<RoiCommand>());
    table.push_back(std::make_unique<AttributeCommand>());
    table.push_back(std::make_unique<ScreenshotCommand>());
    table.push_back(std::make_unique<CheckCommand>());
    return table;
}

} // namespace dimsum::cli
