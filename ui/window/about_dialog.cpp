#include "ui/window/about_dialog.h"

#include "ui/common/icon.h"

#include <QCoreApplication>
#include <QMessageBox>

namespace dimsum {

namespace {

class AboutDialog
{
    Q_DECLARE_TR_FUNCTIONS(AboutDialog)
};

} // namespace

void showAbout(QWidget *parent)
{
    auto *box = new QMessageBox(parent);
    box->setAttribute(Qt::WA_DeleteOnClose);
    box->setModal(false);
    box->setWindowTitle(AboutDialog::tr("About Dimsum"));
    box->setIconPixmap(themedIcon(QStringLiteral("app")).pixmap(QSize(64, 64), parent->devicePixelRatioF()));
    box->setText(AboutDialog::tr("Dimsum %1").arg(QCoreApplication::applicationVersion()));
    box->setInformativeText(AboutDialog::tr("Account-based marketing plans, ordered like dim sum.\n\n"
                               "Free software under the GNU General Public License, version 3 or later. "
                               "Built on Qt %1, SQLite, Eigen, libxlsxwriter, libical, libpsl, uchardet and Bootstrap Icons.")
                                .arg(QLatin1String(qVersion())));
    box->setStandardButtons(QMessageBox::Close);
    box->show();
}

} // namespace dimsum
