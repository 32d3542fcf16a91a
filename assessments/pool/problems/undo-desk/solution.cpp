// One list of everything typed and a mark up to where it counts.
#include <iostream>
#include <string>
#include <vector>

using namespace std;

int main() {
    int n;
    cin >> n;
    vector<string> history;
    size_t shown = 0;
    while (n--) {
        string command, word;
        cin >> command;
        if (command == "TYPE") {
            cin >> word;
            history.resize(shown);
            history.push_back(word);
            ++shown;
        } else if (command == "UNDO" && shown > 0) {
            --shown;
        } else if (command == "REDO" && shown < history.size()) {
            ++shown;
        }
    }
    for (size_t i = 0; i < shown; ++i) cout << history[i] << (i + 1 < shown ? " " : "\n");
    if (!shown) cout << "(empty)\n";
}
